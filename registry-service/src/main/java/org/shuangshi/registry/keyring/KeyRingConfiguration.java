package org.shuangshi.registry.keyring;

import java.util.Map;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.PersonSeal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ring of the file that {@code REGISTRY_KEYS} names. */
@Configuration(proxyBeanMethods = false)
class KeyRingConfiguration {

  @Bean
  PersonSeal personSeal(KeyRing ring) {
    return new PersonSeal(ring);
  }

  @Bean
  KeyRing keyRing(@Value("${REGISTRY_KEYS:}") String file) {
    return StartKeys.of(Map.of("REGISTRY_KEYS", file));
  }
}
