package org.shuangshi.registry.edit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.shuangshi.intake.fact.ChangeReason;
import org.shuangshi.intake.keyring.PersonSeal;
import org.shuangshi.intake.keyring.TestKeys;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

class EditingTest {

  /** As the pool does where all are in use. */
  private static final class Exhausted extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLTransientConnectionException("none is free");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }

  /** Which is answered as the database's fault, for a while, not as one of the service. */
  @Test
  void whereNoConnectionIsToBeHadThatIsWhatIsSaid() {
    Editing editing =
        new Editing(
            new Exhausted(),
            new Integrity(),
            new UniqueTexts(),
            new Consequences(),
            new PersonSeal(TestKeys.ring()));
    ChangeReason reason = new ChangeReason("谁", "为什么", "来源", ChangeReason.Kind.CHANGE);
    assertThatThrownBy(() -> editing.run(reason, edit -> 1))
        .isInstanceOf(CannotGetJdbcConnectionException.class);
  }
}
