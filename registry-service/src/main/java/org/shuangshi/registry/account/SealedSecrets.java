package org.shuangshi.registry.account;

import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.registry.start.StartRefusedException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The service does not start without the keys that secrets in the database were sealed with. */
@Component
class SealedSecrets implements SmartInitializingSingleton {
  private final TotpRepository secrets;
  private final KeyRing ring;

  SealedSecrets(TotpRepository secrets, KeyRing ring) {
    this.secrets = secrets;
    this.ring = ring;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (int key : secrets.keys()) {
      if (!ring.has(key)) {
        throw new StartRefusedException(
            "数据库里有用密钥 " + key + " 封存的验证器密钥，而 REGISTRY_KEYS 的文件里没有这个密钥；请找回原来的密钥文件", null);
      }
    }
  }
}
