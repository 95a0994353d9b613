package org.shuangshi.registry.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * The door: who is not signed in gets the sign-in page, its files, health and the calls that sign
 * in; everybody else what {@code PermissionGuard} lets them.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String ASSETS = "/assets/";
  private static final String[] PAGE = {"/", "/index.html", "/favicon.svg", ASSETS + "**"};
  private static final String HEALTH = "/actuator/health";
  private static final String[] SIGNING_IN = {"/api/session", "/api/first-administrator"};

  @Bean
  SecurityFilterChain door(
      HttpSecurity http,
      Identifier identifier,
      Refuser refuser,
      ObjectProvider<ProviderSignIn> provider) {
    SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
    http.headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(context -> context.securityContextRepository(contexts))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new SessionCsrf())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(SecurityConfiguration::isWriteOfSession))
        .addFilterBefore(new SignInFilter(identifier, contexts, refuser), CsrfFilter.class)
        .authorizeHttpRequests(
            who ->
                who.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(PAGE)
                    .permitAll()
                    .requestMatchers(HEALTH)
                    .permitAll()
                    .requestMatchers(SIGNING_IN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            refuser.refuse(request, response, signedOut(request)))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            refuser.refuse(
                                request,
                                response,
                                e instanceof CsrfException ? forged() : signedOut(request))));
    provider.ifAvailable(
        signIn ->
            http.oauth2Login(
                login -> login.loginPage("/").successHandler(signIn).failureHandler(signIn)));
    return http.build();
  }

  /**
   * A file of the page, or health: asked for too often, and saying too little, to look who asks.
   */
  static boolean isFile(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith(ASSETS) || path.equals("/") || path.equals(HEALTH);
  }

  /** A session's cookie comes along with every request, forged ones too; a header does not. */
  private static boolean isWriteOfSession(HttpServletRequest request) {
    Authentication found = SecurityContextHolder.getContext().getAuthentication();
    return !SignInFilter.isSafe(request)
        && found instanceof Identification known
        && known.session() != null;
  }

  private static Refusal signedOut(HttpServletRequest request) {
    return Cookies.session(request) == null
        ? Refusal.of(Refusal.Kind.SIGNED_OUT, "session.missing", "请先登录")
        : Refusal.of(Refusal.Kind.SIGNED_OUT, "session.over", "登录已过期或已退出，请重新登录");
  }

  private static Refusal forged() {
    return Refusal.of(
        Refusal.Kind.FORBIDDEN, "csrf.missing", "缺少防伪标记：请把 Cookie XSRF-TOKEN 的值放进请求头 X-XSRF-TOKEN");
  }
}
