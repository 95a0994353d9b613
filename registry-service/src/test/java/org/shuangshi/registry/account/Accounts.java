package org.shuangshi.registry.account;

import java.util.List;
import org.shuangshi.registry.RunningService;

/** Accounts of tests, made as the command line makes them. */
public final class Accounts {
  public static final String PASSWORD = "three brown kettles";

  private final RunningService service;
  private final AccountDesk desk;

  public Accounts(RunningService service) {
    this.service = service;
    this.desk = new AccountDesk(service.register().dataSource());
  }

  /** Somebody with roles in the whole city from today on. */
  public void person(String name, String... roles) {
    desk.create(Account.Kind.PERSON, name, "某" + name, List.of(roles), PASSWORD);
  }

  /** Somebody who signs in with the identity provider alone. */
  public void vouched(String name, String... roles) {
    desk.create(Account.Kind.PERSON, name, "某" + name, List.of(roles), null);
  }

  /** A program with roles in the whole city; answers its token. */
  public String program(String name, String... roles) {
    desk.create(Account.Kind.PROGRAM, name, name, List.of(roles), null);
    return desk.token(name, "test", null);
  }

  /** A token of an account. */
  public String token(String name, int days) {
    return desk.token(name, "test", days);
  }

  public String reset(String name) {
    return desk.reset(name);
  }

  public void demo() {
    desk.demo();
  }

  /** A one-time token for the first administrator, where there is no account. */
  public java.util.Optional<String> invite() {
    return desk.invite();
  }

  /** A browser that has signed in with the password. */
  public Browser signedIn(String name) {
    Browser browser = new Browser(service);
    if (browser.signIn(name, PASSWORD).status() != 200) {
      throw new IllegalStateException("cannot sign in as " + name);
    }
    return browser;
  }
}
