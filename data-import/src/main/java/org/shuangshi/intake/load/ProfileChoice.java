package org.shuangshi.intake.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.database.DatabaseException;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Profiles;
import org.shuangshi.intake.mapping.Profiles.Profile;
import org.shuangshi.intake.mapping.Wish;

/** An import of one file as its source was read the last time, but for what is asked for now. */
public final class ProfileChoice {

  private ProfileChoice() {}

  /**
   * The request with the profile there is; as it is where there is none.
   *
   * @param named source whose profile is wanted; null: the request's own
   * @throws ImportException {@code profile.unknown} where that source has none
   */
  public static ImportRequest of(
      RegisterDatabase database, ImportRequest request, @Nullable String named)
      throws SQLException, DatabaseException, ImportException {
    String source = named == null ? request.source() : named;
    String kind = request.files().get(0).kind().name();
    Optional<Profile> found;
    try (Connection connection = database.connect()) {
      found = Profiles.find(connection, source, kind);
    }
    if (found.isEmpty() && named != null) {
      throw new ImportException("profile.unknown", "来源“" + named + "”没有这类文件的映射");
    }
    if (found.isEmpty()) {
      return request;
    }
    Choice asked = request.wish().choice();
    boolean same = asked.isNone() && source.equals(request.source());
    Choice choice = asked.over(found.get().choice());
    return request.with(new Wish(choice, same ? found.get().version() : null));
  }
}
