package org.shuangshi.registry.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of a browser: its session, the word that proves a request comes from our page, and
 * what it is known by at the next sign-in.
 */
final class Cookies {
  static final String SESSION = "registry_session";

  /** Read by the page and sent back as a header; worth nothing without the session's cookie. */
  static final String CSRF = "XSRF-TOKEN";

  private static final String BROWSER = "registry_browser";
  private static final Duration BROWSER_KEPT = Duration.ofDays(365);
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private Cookies() {}

  static @Nullable String session(HttpServletRequest request) {
    return value(request, SESSION);
  }

  /** The word a request of this session has to carry: only who has the session can make it. */
  static String csrf(String session) {
    return Secret.words(Secret.seal(session.getBytes(StandardCharsets.UTF_8), "csrf"));
  }

  static void put(HttpServletRequest request, HttpServletResponse response, String session) {
    write(request, response, SESSION, session, true, UNTIL_CLOSED, "/");
    write(request, response, CSRF, csrf(session), false, UNTIL_CLOSED, "/");
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, SESSION, "", true, Duration.ZERO, "/");
    write(request, response, CSRF, "", false, Duration.ZERO, "/");
  }

  /** Where the request comes from, its browser marked for the next time where it was not. */
  static Origin origin(HttpServletRequest request, HttpServletResponse response) {
    String browser = value(request, BROWSER);
    if (browser == null) {
      browser = Secret.make();
    }
    write(request, response, BROWSER, browser, true, BROWSER_KEPT, "/api/session");
    return new Origin(request.getRemoteAddr(), agent(request), browser);
  }

  /** The same where no browser is meant. */
  static Origin origin(HttpServletRequest request) {
    return new Origin(request.getRemoteAddr(), agent(request), null);
  }

  private static String agent(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent;
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      boolean hidden,
      Duration kept,
      String path) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .httpOnly(hidden)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path(path)
            .maxAge(kept)
            .build()
            .toString());
  }
}
