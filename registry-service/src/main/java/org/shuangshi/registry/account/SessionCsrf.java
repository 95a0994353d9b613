package org.shuangshi.registry.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The word against forged requests is made of the session: nothing is kept, nothing can be set. */
final class SessionCsrf implements CsrfTokenRepository {
  static final String HEADER = "X-XSRF-TOKEN";

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    String session = Cookies.session(request);
    return new DefaultCsrfToken(
        HEADER, "_csrf", Cookies.csrf(session == null ? Secret.make() : session));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // made anew each time
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return Cookies.session(request) == null ? null : generateToken(request);
  }
}
