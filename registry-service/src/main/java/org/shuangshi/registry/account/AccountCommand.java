package org.shuangshi.registry.account;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.registry.audit.ChainCheck;
import org.shuangshi.registry.keyring.StartKeys;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.start.StartRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Accounts from the command line, for who has the database in hand: the first administrator, a
 * program's token, a way back in. {@code ./registry admin} calls it with the right environment.
 */
@Command(
    name = "registry admin",
    description = "账号：建立管理员或程序账号、发令牌、重置密码；核对日志。",
    subcommands = {
      AccountCommands.Create.class,
      AccountCommands.MakeToken.class,
      AccountCommands.Reset.class,
      AccountCommands.Invite.class,
      AccountCommands.Demo.class,
      AccountCommands.CheckLog.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "命令",
    optionListHeading = "%n选项：%n",
    commandListHeading = "%n命令：%n")
public final class AccountCommand {

  public static void main(String[] arguments) {
    // Logback would print every detail to stdout otherwise.
    System.setProperty("logback.configurationFile", "command-logback.xml");
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine(System.getenv()).execute(arguments));
  }

  private final Map<String, String> environment;

  private AccountCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine line = new CommandLine(new AccountCommand(environment));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("错误：" + words(failure));
          command.getErr().flush();
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  private static String words(Exception failure) {
    if (failure instanceof Refusal refusal) {
      return refusal.message();
    }
    if (failure instanceof DatabaseException database) {
      return String.valueOf(database.getMessage());
    }
    if (failure instanceof StartRefusedException refused) {
      return String.valueOf(refused.getMessage());
    }
    return "出现意外错误 " + failure;
  }

  /** The log of that register, with the keys and the file of heads the environment names. */
  ChainCheck log() throws DatabaseException {
    RegisterDatabase database = RegisterDatabase.fromEnvironment(environment);
    database.prepare();
    return ChainCheck.beside(
        database.dataSource(),
        StartKeys.of(environment),
        environment.getOrDefault("REGISTRY_AUDIT_HEAD", ""));
  }

  /** Accounts of the register the environment names. */
  AccountDesk desk() throws DatabaseException {
    RegisterDatabase database = RegisterDatabase.fromEnvironment(environment);
    database.prepare();
    return new AccountDesk(database.dataSource());
  }
}
