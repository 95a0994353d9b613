package org.shuangshi.registry.start;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.database.DatabaseException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says on one line why the service did not start, where the reason is one that people can act on.
 * Anything else is left to Spring Boot's own report.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

  private final PrintStream out;

  StartFailureReporter() {
    this(System.err);
  }

  StartFailureReporter(PrintStream out) {
    this.out = out;
  }

  @Override
  public boolean reportException(Throwable failure) {
    String line = reasonOf(failure);
    if (line == null) {
      return false;
    }
    out.println(line);
    return true;
  }

  private static @Nullable String reasonOf(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof StartRefusedException) {
        return at.getMessage();
      }
      if (at instanceof DatabaseException database) {
        return database.getMessage();
      }
      if (at instanceof PortInUseException port) {
        return "端口 "
            + port.getPort()
            + " 已被其他程序占用；请停掉它，或换一个端口：REGISTRY_PORT=8081（./registry up --port 8081）";
      }
    }
    return null;
  }
}
