package org.shuangshi.registry.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.ChainCheck;
import org.shuangshi.registry.refusal.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * What {@code ./registry admin} can do. Passwords are read from stdin: the launcher asks for them.
 */
final class AccountCommands {

  private AccountCommands() {}

  @Command(
      name = "create",
      description = "建立账号，密码从标准输入读（一行）；不写 --role 则为系统管理员，全市范围。",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {
    @ParentCommand private AccountCommand admin;

    @Option(names = "--name", required = true, paramLabel = "用户名", description = "登录名。")
    private String name;

    @Option(names = "--display-name", paramLabel = "姓名", description = "显示的名字（默认同用户名）。")
    private @Nullable String displayName;

    @Option(
        names = "--role",
        paramLabel = "角色",
        description = "gis、officer、planner、steward、administrator、auditor；可重复。")
    private @Nullable List<String> roles;

    @Option(names = "--program", description = "程序账号：没有密码，只用令牌。")
    private boolean program;

    @Option(names = "--provider", description = "只由统一身份认证（OpenID Connect）登录：没有密码。")
    private boolean provider;

    @Override
    public Integer call() throws Exception {
      String called = displayName == null ? name : displayName;
      List<String> granted = roles == null ? List.of("administrator") : roles;
      AccountDesk desk = admin.desk();
      desk.create(
          program ? Account.Kind.PROGRAM : Account.Kind.PERSON,
          name,
          called,
          granted,
          program || provider ? null : password());
      System.out.println("已建立账号 " + AccountName.folded(name));
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(name = "token", description = "给一个账号发令牌并打印；只显示这一次。", mixinStandardHelpOptions = true)
  static final class MakeToken implements Callable<Integer> {
    @ParentCommand private AccountCommand admin;

    @Parameters(paramLabel = "用户名")
    private String name;

    @Option(names = "--for", required = true, paramLabel = "用途", description = "令牌的用途。")
    private String purpose;

    @Option(names = "--days", paramLabel = "天数", description = "有效天数（默认一直有效，直到撤回）。")
    private @Nullable Integer days;

    @Override
    public Integer call() throws Exception {
      System.out.println(admin.desk().token(name, purpose, days));
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "reset",
      description = "忘了密码或丢了验证器：给一个临时密码，登录后必须改掉；其他登录随之退出。",
      mixinStandardHelpOptions = true)
  static final class Reset implements Callable<Integer> {
    @ParentCommand private AccountCommand admin;

    @Parameters(paramLabel = "用户名")
    private String name;

    @Override
    public Integer call() throws Exception {
      System.out.println("临时密码 " + admin.desk().reset(name));
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(name = "invite", hidden = true, description = "没有账号时，打印建立第一个管理员的一次性口令。")
  static final class Invite implements Callable<Integer> {
    @ParentCommand private AccountCommand admin;

    @Override
    public Integer call() throws Exception {
      Optional<String> token = admin.desk().invite();
      token.ifPresent(System.out::println);
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(name = "demo", hidden = true, description = "演示街区的演示账号。")
  static final class Demo implements Callable<Integer> {
    @ParentCommand private AccountCommand admin;

    @Override
    public Integer call() throws Exception {
      admin.desk().demo();
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "audit-check",
      description = "逐条核对日志：有改动、缺失或末尾被截掉，就指出第一条并以非零值退出。",
      mixinStandardHelpOptions = true)
  static final class CheckLog implements Callable<Integer> {
    @ParentCommand private AccountCommand admin;

    @Override
    public Integer call() throws Exception {
      ChainCheck.Verdict verdict = admin.log().verdict();
      (verdict.sound() ? System.out : System.err).println(verdict.message());
      return verdict.sound() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static String password() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      throw Refusal.field("password", "field.missing", "标准输入里没有密码");
    }
    return line;
  }
}
