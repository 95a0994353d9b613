package org.shuangshi.intake.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.ResultSet;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisterDatabaseTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void connectionsFindTheRegisterWithoutNamingItsSchema() throws Exception {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*), current_schema() FROM setting")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isPositive();
      assertThat(rows.getString(2)).isEqualTo("register");
    }
  }

  @Test
  void migratingTwiceIsMigratingOnce() throws Exception {
    database.register().prepare();
    assertThat(database.register().flyway().info().pending()).isEmpty();
  }

  @Test
  void aDatabaseOfCLocaleIsRefusedWithTheRemedy() {
    assertThat(refusalOf("ENCODING 'UTF8' LOCALE 'C'"))
        .hasMessageContaining("LOCALE 'C.UTF-8'")
        .extracting(DatabaseException::code)
        .isEqualTo("database.locale");
  }

  @Test
  void aDatabaseOfAnotherEncodingIsRefused() {
    assertThat(refusalOf("ENCODING 'LATIN1' LOCALE 'C'").code()).isEqualTo("database.encoding");
  }

  @Test
  void thePasswordIsNowhereToBeRead() throws Exception {
    RegisterDatabase refused =
        RegisterDatabase.fromEnvironment(
            Map.of("REGISTRY_DB_URL", "postgresql://someone:geheim%40@127.0.0.1:1/none"));
    assertThat(refused.toString()).isEqualTo("postgresql://127.0.0.1:1/none");
    DatabaseException failure = failure(refused::connect);
    assertThat(failure.code()).isEqualTo("database.unreachable");
    assertThat(failure.getMessage()).doesNotContain("geheim");
  }

  @Test
  void bothSpellingsOfAUrlAreRead() throws Exception {
    DatabaseAddress libpq =
        DatabaseAddress.parse("postgresql://a%20b:p%3Aq+r@host:5433/city?ssl=true");
    assertThat(libpq.jdbcUrl()).isEqualTo("jdbc:postgresql://host:5433/city?ssl=true");
    assertThat(libpq.user()).isEqualTo("a b");
    assertThat(libpq.password()).isEqualTo("p:q+r");
    assertThat(DatabaseAddress.parse("jdbc:postgresql://host/city").user()).isNull();
  }

  @Test
  void otherUrlsAreRefused() {
    assertThat(failure(() -> DatabaseAddress.parse("mysql://host/city")).code())
        .isEqualTo("database.url");
    assertThat(failure(() -> RegisterDatabase.fromEnvironment(Map.of())).code())
        .isEqualTo("database.url");
  }

  private static DatabaseException refusalOf(String options) {
    String name = "registry_test_unsuitable";
    TestCluster cluster = TestCluster.shared();
    cluster.drop(name);
    cluster.createDatabase(name, "TEMPLATE template0 " + options);
    try {
      return failure(() -> cluster.at(name).prepare());
    } finally {
      cluster.drop(name);
    }
  }

  private static DatabaseException failure(ThrowingCallable call) {
    DatabaseException failure = catchThrowableOfType(DatabaseException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
