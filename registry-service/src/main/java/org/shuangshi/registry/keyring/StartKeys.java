package org.shuangshi.registry.keyring;

import java.util.Map;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.keyring.UnfitKeysException;
import org.shuangshi.registry.start.StartRefusedException;

/** The ring a program starts with. */
public final class StartKeys {
  private StartKeys() {}

  /**
   * The ring of the file that {@code REGISTRY_KEYS} names.
   *
   * @throws StartRefusedException where it will not do; its message is for people
   */
  public static KeyRing of(Map<String, String> environment) {
    try {
      return KeyRing.fromEnvironment(environment);
    } catch (UnfitKeysException e) {
      throw new StartRefusedException(String.valueOf(e.getMessage()), e);
    }
  }
}
