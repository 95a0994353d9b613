package org.shuangshi.intake.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry of the command line; {@code ./registry} calls it with the right environment. */
@Command(
    name = "registry",
    description = "双实空间登记：导入数据、生成示例城市。",
    subcommands = {
      ImportCommand.class,
      GenerateCommand.class,
      MigrateCommand.class,
      RegridCommand.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "命令",
    version = "shuangshi 0.1.0",
    optionListHeading = "%n选项：%n",
    commandListHeading = "%n命令：%n")
public final class RegistryCommand {

  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "出错时显示程序的调用栈。")
  private boolean debug;

  public static void main(String[] arguments) {
    // Logback, where the boot jar brings it, would print every detail to stdout otherwise.
    System.setProperty("logback.configurationFile", "command-logback.xml");
    // A bare container has no locale; the messages are Chinese all the same.
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    RegistryCommand root = new RegistryCommand();
    CommandLine line = new CommandLine(root);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((failure, command, parsed) -> root.report(failure, command));
    return line;
  }

  private int report(Exception failure, CommandLine command) {
    if (debug) {
      failure.printStackTrace(command.getErr());
    }
    command.getErr().println(Failure.describe(failure, debug));
    command.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
