package org.shuangshi.intake.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database of its own for a test class, cloned from a template in a fraction of a
 * second.
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * }</pre>
 *
 * <p>It is made at first use and dropped after the class. Where the server comes from is {@link
 * TestCluster}'s business.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

  private final String name =
      "registry_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  private @Nullable RegisterDatabase register;

  /** The database, made now if it was not yet. */
  public synchronized RegisterDatabase register() {
    RegisterDatabase made = register;
    if (made == null) {
      made = TestCluster.shared().cloneTemplate(name);
      register = made;
    }
    return made;
  }

  /** A connection with search_path register, public. */
  public Connection connect() {
    try {
      return register().connect();
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs statements that return nothing. */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code postgresql://…} of this database, as {@code REGISTRY_DB_URL} takes it. */
  public String url() {
    var unused = register();
    return TestCluster.shared().url(name);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public synchronized void close() {
    if (register != null) {
      TestCluster.shared().drop(name);
      register = null;
    }
  }
}
