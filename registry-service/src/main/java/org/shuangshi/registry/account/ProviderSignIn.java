package org.shuangshi.registry.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.audit.EventLog.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Whom the identity provider vouches for. The account has to be there: it is found by the
 * provider's own word for it; at the first sign-in by its name, where it has no password and so was
 * made for this. Its session is like any other.
 */
@Component
@ConditionalOnBean(ProviderSettings.class)
class ProviderSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final String HOME = "/";
  private static final String REFUSED = "/?sign-in=refused";

  private final ProviderSettings settings;
  private final AccountRepository accounts;
  private final SessionService sessions;
  private final EventLog events;

  ProviderSignIn(
      ProviderSettings settings,
      AccountRepository accounts,
      SessionService sessions,
      EventLog events) {
    this.settings = settings;
    this.accounts = accounts;
    this.sessions = sessions;
    this.events = events;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication vouched)
      throws IOException {
    endHandshake(request);
    Origin origin = Cookies.origin(request);
    OidcUser user = vouched.getPrincipal() instanceof OidcUser found ? found : null;
    Optional<Account> account = user == null ? Optional.empty() : find(user);
    if (user == null || account.isEmpty()) {
      events.record(
          new Actor("?", null, origin.address()), Event.of("session.refused", "account:unknown"));
      response.sendRedirect(REFUSED);
      return;
    }
    int factors = hasSecondFactor(user) ? 2 : 1;
    Cookies.put(request, response, sessions.begin(account.get(), factors, origin));
    response.sendRedirect(HOME);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    endHandshake(request);
    // Its message may repeat what the provider sent.
    log.warn("The identity provider vouched for nobody: {}", failure.getClass().getSimpleName());
    response.sendRedirect(REFUSED);
  }

  private Optional<Account> find(OidcUser user) {
    // an ID token without one is refused before
    String subject = Objects.requireNonNull(user.getSubject());
    Optional<Account> known = accounts.findSubject(settings.issuer(), subject);
    if (known.isEmpty()) {
      String name = user.getClaimAsString(settings.nameClaim());
      if (name != null) {
        accounts.bind(AccountName.folded(name), settings.issuer(), subject);
        known = accounts.findSubject(settings.issuer(), subject);
      }
    }
    return known.filter(account -> !account.disabled());
  }

  private boolean hasSecondFactor(OidcUser user) {
    String acr = user.getAuthenticationContextClass();
    List<String> amr = user.getAuthenticationMethods();
    return (acr != null && settings.secondFactors().contains(acr))
        || (amr != null && amr.stream().anyMatch(settings.secondFactors()::contains));
  }

  /** What was kept while the browser was away is no longer needed. */
  private static void endHandshake(HttpServletRequest request) {
    HttpSession handshake = request.getSession(false);
    if (handshake != null) {
      handshake.invalidate();
    }
  }
}
