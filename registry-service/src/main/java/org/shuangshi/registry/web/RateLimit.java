package org.shuangshi.registry.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.shuangshi.registry.database.OfAccount;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets an account ask so often, and an address with all the accounts behind it; beyond that 429 and
 * when to come again. It comes behind the door: whoever is not signed in is counted by address.
 */
@Component
class RateLimit extends OncePerRequestFilter {
  private static final int SECONDS = 10;

  private final Allowance accounts;
  private final Allowance addresses;
  private final HandlerExceptionResolver problems;

  RateLimit(
      @Value("${registry.rate.account}") int account,
      @Value("${registry.rate.address}") int address,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.accounts = new Allowance(account, SECONDS, System::nanoTime);
    this.addresses = new Allowance(address, SECONDS, System::nanoTime);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long wait = addresses.take(request.getRemoteAddr());
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (wait == 0 && signedIn != null && signedIn.getPrincipal() instanceof OfAccount who) {
      wait = accounts.take(Long.toString(who.account()));
    }
    if (wait == 0) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    problems.resolveException(
        request,
        response,
        null,
        Refusal.of(Refusal.Kind.BUSY, "rate.exceeded", "请求太频繁，请等 " + wait + " 秒再试"));
  }
}
