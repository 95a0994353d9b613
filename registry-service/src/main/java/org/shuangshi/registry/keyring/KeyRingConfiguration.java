package org.shuangshi.registry.keyring;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ring of the file that {@code REGISTRY_KEYS} names. */
@Configuration(proxyBeanMethods = false)
class KeyRingConfiguration {

  @Bean
  KeyRing keyRing(@Value("${REGISTRY_KEYS:}") String file) {
    return KeyRing.read(file);
  }
}
