package org.shuangshi.intake.cli;

import java.util.concurrent.Callable;
import org.shuangshi.intake.database.RegisterDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the database and brings its tables up to date. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "检查数据库并建立或升级登记库的表。",
    optionListHeading = "%n选项：%n")
final class MigrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RegisterDatabase database = RegisterDatabase.fromEnvironment(System.getenv());
    database.prepare();
    spec.commandLine().getOut().println("数据库 " + database + " 可用，表已是最新。");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
