package org.shuangshi.registry;

import org.shuangshi.registry.start.ListenAddress;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service.
 *
 * <pre>
 * {@code REGISTRY_DB_URL=postgresql://… REGISTRY_KEYS=keys java -jar registry-service-…-boot.jar}
 * </pre>
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class RegistryApplication {

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(RegistryApplication.class);
    application.addListeners(new ListenAddress());
    application.run(args);
  }
}
