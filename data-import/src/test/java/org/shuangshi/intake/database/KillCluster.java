package org.shuangshi.intake.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A database server of a test's own, to be killed: with the settings a register has, where the
 * shared one of tests trades safety for speed.
 *
 * <pre>{@code
 * try (KillCluster cluster = KillCluster.start()) {
 *   cluster.killServer();
 *   cluster.restart();
 * }
 * }</pre>
 */
public final class KillCluster implements AutoCloseable {
  private static final String TEMPLATE = "kill_template";
  private static final Path LAUNCHER = Path.of("..", "registry").toAbsolutePath().normalize();

  private String url;
  private boolean down;

  private KillCluster(String url) {
    this.url = url;
  }

  /** Starts it; the test is skipped where there is no launcher to do so. */
  public static KillCluster start() throws Exception {
    assumeTrue(Files.isExecutable(LAUNCHER), "no launcher that starts a cluster to be killed");
    KillCluster cluster = new KillCluster(launched());
    cluster.drop(TEMPLATE);
    cluster.execute(
        "CREATE DATABASE " + TEMPLATE + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
    RegisterDatabase.at(cluster.url(TEMPLATE), null, null).prepare();
    return cluster;
  }

  /** Makes a migrated, empty register anew. */
  public void create(String name) throws SQLException {
    drop(name);
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
  }

  public void drop(String name) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  /** {@code postgresql://…} of a database, as superuser. */
  public String url(String name) {
    return url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  public Connection connect(String name) throws SQLException {
    String signed = url(name);
    int at = signed.lastIndexOf('@');
    String[] user = signed.substring(signed.indexOf("//") + 2, at).split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + signed.substring(at + 1), user[0], user[1]);
  }

  /** Signal 9 to the server; its backends are left to notice. */
  public void killServer() throws SQLException {
    down = true;
    kill(ask("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"));
  }

  /** Signal 9 to whoever serves a database: the server then ends all others and recovers. */
  public void killBackends(String name) throws SQLException {
    kill(
        ask(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = '"
                + name
                + "'"));
  }

  private static void kill(List<String> processes) {
    for (String pid : processes) {
      ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Starts it again where it is down, and waits until it has recovered. */
  public void restart() throws Exception {
    if (down) {
      url = launched();
      down = false;
    }
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      try {
        execute("SELECT 1");
        return;
      } catch (SQLException recovering) {
        if (System.nanoTime() > until) {
          throw recovering;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String launched(String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(LAUNCHER.toString(), "test-database", "--kills"));
    command.addAll(List.of(more));
    Path out = Files.createTempFile("registry", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command));
      }
      return Files.readString(out).strip();
    } finally {
      Files.delete(out);
    }
  }

  /** Stops it and deletes its data. */
  @Override
  public void close() throws IOException {
    try {
      String unused = launched("--remove");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
