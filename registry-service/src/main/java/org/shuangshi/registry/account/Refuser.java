package org.shuangshi.registry.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses in a filter as calls refuse: by the one table of problems. */
@Component
class Refuser {
  private final HandlerExceptionResolver problems;

  Refuser(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure) {
    Exception said =
        failure instanceof Throttle.TooEarlyException early ? early.refusal() : failure;
    if (failure instanceof Throttle.TooEarlyException early) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(early.seconds()));
    }
    if (said instanceof Refusal refusal && refusal.kind() == Refusal.Kind.SIGNED_OUT) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"registry\"");
      // A browser would open its own window for this one; it says by this header what it is.
      if (request.getHeader("Sec-Fetch-Mode") == null) {
        response.addHeader(
            HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"registry\", charset=\"UTF-8\"");
      }
    }
    problems.resolveException(request, response, null, said);
  }
}
