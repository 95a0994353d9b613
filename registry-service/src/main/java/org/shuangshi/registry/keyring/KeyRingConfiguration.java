package org.shuangshi.registry.keyring;

import java.nio.file.Path;
import org.shuangshi.registry.start.StartRefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ring of the file that {@code REGISTRY_KEYS} names. */
@Configuration(proxyBeanMethods = false)
class KeyRingConfiguration {

  @Bean
  KeyRing keyRing(@Value("${REGISTRY_KEYS:}") String file) {
    if (file.isBlank()) {
      throw new StartRefusedException(
          "没有设置 REGISTRY_KEYS：密钥文件的路径，每行“编号 AES 32 字节的 Base64”；./registry up 会自己建立", null);
    }
    try {
      return KeyFile.read(Path.of(file));
    } catch (KeyFile.UnfitException e) {
      throw new StartRefusedException(String.valueOf(e.getMessage()), e);
    }
  }
}
