package org.shuangshi.registry.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that are no HTTP (an unescaped bracket in the address) end in Tomcat itself, before any
 * filter; Tomcat would answer them with an HTML page.
 */
@Configuration(proxyBeanMethods = false)
class MalformedRequestConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemDocumentsFromTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  /** Writes the problem document where nothing was written yet. Public because Tomcat makes it. */
  public static final class ProblemValve extends ErrorReportValve {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      if (status == null
          || !status.isError()
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      Problem problem =
          Problems.of(
              status,
              Problems.code(status),
              Problems.detail(status),
              List.of(),
              // The address is what was malformed; it is not repeated.
              "/");
      try {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response
            .getOutputStream()
            .write(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
      } catch (IOException e) {
        getContainer().getLogger().debug("caller is gone", e);
      }
    }
  }
}
