package org.shuangshi.registry.account;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them: Argon2id with 19 MiB, 2 passes, 1 lane (OWASP, Password
 * Storage). A hash says how it was made, so that another way can be taken up later.
 */
@Component
class Passwords {
  private static final String WAY = "argon2";

  /** Each hash takes 19 MiB and a processor for 0.1 s: so many at once, the others wait. */
  private static final int MOST_AT_ONCE = 2;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          WAY,
          Map.of(
              WAY,
              new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2),
              "bcrypt",
              new BCryptPasswordEncoder()));

  private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);

  /** What is compared with where there is no password: it takes as long and never fits. */
  private final String nobodys = String.valueOf(encoder.encode(Secret.make()));

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return String.valueOf(encoder.encode(password));
    } finally {
      turns.release();
    }
  }

  /**
   * Whether it is the password; takes the same time for an account that has none.
   *
   * @param hash null: there is none
   */
  boolean fits(String password, @Nullable String hash) {
    turns.acquireUninterruptibly();
    try {
      boolean fits = encoder.matches(password, hash == null ? nobodys : hash);
      return fits && hash != null;
    } finally {
      turns.release();
    }
  }

  /** Whether the hash was made in a way no longer taken. */
  boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }
}
