package org.shuangshi.intake.cli;

import java.sql.Connection;
import java.util.concurrent.Callable;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PersonResealing;
import org.shuangshi.intake.keyring.PersonSeal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the database, brings its tables up to date and seals what the newest key has not. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "检查数据库，建立或升级登记库的表，用最新的密钥（REGISTRY_KEYS）重新封存证件号码和电话。",
    optionListHeading = "%n选项：%n")
final class MigrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RegisterDatabase database = RegisterDatabase.fromEnvironment(System.getenv());
    KeyRing ring = KeyRing.fromEnvironment(System.getenv());
    database.prepare();
    try (Connection owner = database.connect()) {
      new PersonResealing(new PersonSeal(ring))
          .run(owner, done -> spec.commandLine().getOut().println("已封存 " + done + " 条"));
    }
    spec.commandLine().getOut().println("数据库 " + database + " 可用，表已是最新。");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
