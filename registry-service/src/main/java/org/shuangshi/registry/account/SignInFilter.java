package org.shuangshi.registry.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says of every request who asks; goes on where nobody does, and refuses what is not good. */
final class SignInFilter extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private final Identifier identifier;
  private final SecurityContextRepository contexts;
  private final Refuser refuser;

  SignInFilter(Identifier identifier, SecurityContextRepository contexts, Refuser refuser) {
    this.identifier = identifier;
    this.contexts = contexts;
    this.refuser = refuser;
  }

  /** The page's own files are for everybody; nobody has to be found for them. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return SecurityConfiguration.isFile(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      requireOwnSite(request);
      Identification found = identify(request);
      if (found != null) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(found);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
      }
    } catch (RuntimeException e) {
      refuser.refuse(request, response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private @Nullable Identification identify(HttpServletRequest request) {
    Origin origin = Cookies.origin(request);
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return identifier.byHeader(header, origin);
    }
    String session = Cookies.session(request);
    return session == null ? null : identifier.bySession(session, origin).orElse(null);
  }

  /** Whatever signs it: a page of another site has nothing to write here. */
  private static void requireOwnSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_SITE.contains(site) && !SAFE.contains(request.getMethod())) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "csrf.foreign", "请求来自别的网站，已拒绝");
    }
  }

  static boolean isSafe(HttpServletRequest request) {
    return SAFE.contains(request.getMethod());
  }
}
