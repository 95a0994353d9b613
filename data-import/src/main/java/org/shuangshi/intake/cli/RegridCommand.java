package org.shuangshi.intake.cli;

import java.util.concurrent.Callable;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.regrid.Regrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works out the grid of every building, and links anew where the stored link differs. */
@Command(
    name = "regrid",
    mixinStandardHelpOptions = true,
    description = "重算全部楼栋所属网格，与登记的归属比较，不一致的重新归属。",
    optionListHeading = "%n选项：%n")
final class RegridCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    RegisterDatabase database = RegisterDatabase.fromEnvironment(System.getenv());
    long began = System.nanoTime();
    Regrid.Result result = new Regrid(database).run();
    spec.commandLine()
        .getOut()
        .printf(
            "楼栋 %d 栋，归属不一致 %d 栋，重新写入 %d 条，用时 %.2f 秒%n",
            result.buildings(),
            result.differing(),
            result.written(),
            (System.nanoTime() - began) / NANOS);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
