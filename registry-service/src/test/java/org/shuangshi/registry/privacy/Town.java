package org.shuangshi.registry.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.database.TestDatabase;
import org.shuangshi.registry.RunningService;
import org.shuangshi.registry.RunningService.Answer;

/**
 * A town of people with fields that can be told in an answer, and accounts that see some of them.
 */
final class Town implements AutoCloseable {
  private static final String EVERY_FIELD =
      "NAME,SEX,BIRTH_DATE,DOCUMENT_NUMBER,NATIONALITY,ETHNICITY,PHONE,REGISTERED_ADDRESS,"
          + "REGISTRATION_BOOK,RESIDENCE_PERMIT";

  private final TestDatabase database = new TestDatabase();
  private final RunningService service;

  Town() {
    database.execute(RunningService.fixture());
    database.execute(resource("/secrets.sql"));
    service = RunningService.over(database);
  }

  /**
   * A program with a role of its own in one area.
   *
   * @param permissions as a list with commas
   * @param full fields seen in full
   * @param masked fields seen masked
   * @param community id; 0: the whole city
   */
  void account(String name, String permissions, String full, String masked, long community) {
    database.execute(
        """
        INSERT INTO access.account (name, display_name, kind) VALUES ('%1$s', '%1$s', 'PROGRAM');
        INSERT INTO access.role (name, label) VALUES ('of-%1$s', '%1$s');
        INSERT INTO access.role_permission (role_id, permission)
        SELECT id, p FROM access.role, unnest('{REGISTER_READ,%2$s}'::text[]) p WHERE name = 'of-%1$s';
        INSERT INTO access.role_field (role_id, field, sight)
        SELECT id, f, 'FULL' FROM access.role, unnest('{%3$s}'::text[]) f WHERE name = 'of-%1$s'
        UNION ALL SELECT id, f, 'MASKED' FROM access.role, unnest('{%4$s}'::text[]) f WHERE name = 'of-%1$s';
        INSERT INTO access.token (account_id, name, hash)
        SELECT id, 'test', '\\x%5$s' FROM access.account WHERE name = '%1$s'
        """
            .formatted(name, permissions, full, masked, digest("rgt_" + name)));
    grant(name, "of-" + name, community);
  }

  void account(String name, String permissions, long community) {
    account(name, permissions, EVERY_FIELD, "", community);
  }

  /** The account has the role there too. */
  void grant(String name, String role, long community) {
    database.execute(
        """
        INSERT INTO access.role_grant (account_id, role_id, region_id, days, granted_by)
        SELECT a.id, r.id, nullif(%3$d, 0), '[2020-01-01,)', 'test'
        FROM access.account a, access.role r WHERE a.name = '%1$s' AND r.name = '%2$s'"""
            .formatted(name, role, community));
  }

  Answer get(String account, String path) {
    return service.send(service.request(path).header("Authorization", "Bearer rgt_" + account));
  }

  Answer post(String account, String path, String body, String ifMatch) {
    return service.send(
        service
            .request(path)
            .header("Authorization", "Bearer rgt_" + account)
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer post(String account, String path, String body) {
    return post(account, path, body, "\"none\"");
  }

  Answer reveal(String account, long person, String fields, String why) {
    return post(
        account,
        "/api/persons/" + person + "/reveal",
        "{\"fields\":[" + fields + "],\"why\":\"" + why + "\"}");
  }

  RegisterDatabase register() {
    return database.register();
  }

  void execute(String sql) {
    database.execute(sql);
  }

  String text(String sql) {
    return String.valueOf(service.rows(sql).get(0).get(0));
  }

  @Override
  public void close() {
    service.close();
    database.close();
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Town.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
