package org.shuangshi.registry.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops reading a body that is larger than any question: 100,000 positions of a shape take 4 MB.
 * Tomcat limits forms alone, and who takes files says how large they may be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimit extends OncePerRequestFilter {
  static final long MOST_BYTES = 8L << 20;

  private static final Pattern OF_FILES =
      Pattern.compile("/api/imports/[0-9]+/file|/api/grid-plans/polygons");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return OF_FILES.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
      return;
    }
    chain.doFilter(
        request.getContentLengthLong() < 0 ? new CountedRequest(request) : request, response);
  }

  /** A request that did not say how long its body is. */
  private static final class CountedRequest extends HttpServletRequestWrapper {
    CountedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream in;
    private long read;

    CountedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return counted(in.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = in.read(buffer, offset, length);
      return counted(got, got);
    }

    private int counted(int answer, int bytes) {
      if (answer >= 0) {
        read += bytes;
        if (read > MOST_BYTES) {
          throw Refusal.of(Refusal.Kind.TOO_LARGE, "body.too-large", "请求体太大");
        }
      }
      return answer;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
