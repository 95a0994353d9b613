package org.shuangshi.intake.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, out of the two spellings people have: {@code jdbc:postgresql://host/db} and
 * {@code postgresql://user:password@host:port/db}.
 */
record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /** What may be shown: never what stands before an @ or after a question mark. */
  String shown() {
    String plain = jdbcUrl.substring("jdbc:".length());
    int query = plain.indexOf('?');
    return query < 0 ? plain : plain.substring(0, query);
  }

  @Override
  public String toString() {
    return shown();
  }

  static DatabaseAddress parse(String url) throws DatabaseException {
    if (url.startsWith("jdbc:postgresql:")) {
      if (url.contains("@")) {
        throw new DatabaseException(
            "database.url",
            "jdbc 形式的 REGISTRY_DB_URL 不能含“用户:口令@”；请改用 REGISTRY_DB_USER 和 REGISTRY_DB_PASSWORD");
      }
      return new DatabaseAddress(url, null, null);
    }
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("postgresql://") && !lower.startsWith("postgres://")) {
      throw new DatabaseException(
          "database.url",
          "REGISTRY_DB_URL 应为 jdbc:postgresql://主机:端口/库 或 postgresql://用户:口令@主机:端口/库");
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      // The cause would repeat the text, password and all.
      throw new DatabaseException("database.url", "REGISTRY_DB_URL 不是合法的地址；口令中的特殊字符请按 URL 规则转义");
    }
    String path = uri.getRawPath();
    if (uri.getHost() == null || path == null || path.length() < 2) {
      throw new DatabaseException("database.url", "REGISTRY_DB_URL 缺少主机或库名");
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String jdbc = "jdbc:postgresql://" + uri.getHost() + port + path + query;
    String userInfo = uri.getRawUserInfo();
    if (userInfo == null) {
      return new DatabaseAddress(jdbc, null, null);
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new DatabaseAddress(jdbc, decoded(userInfo), null)
        : new DatabaseAddress(
            jdbc, decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
  }

  private static String decoded(String part) {
    // URLDecoder reads + as a blank, which a user-info part does not mean.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
