package org.shuangshi.registry.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only to this machine's own names. A page of a stranger can point a name of its own at
 * 127.0.0.1 and would then speak to the register through the visitor's browser (DNS rebinding).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HostGuard extends OncePerRequestFilter {
  private static final Set<String> OWN_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]", "ip6-localhost");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OWN_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpStatus.MISDIRECTED_REQUEST.value());
    }
  }
}
