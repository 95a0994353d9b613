package org.shuangshi.registry.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuangshi.registry.refusal.Refusal;

/**
 * What a password of one's own choice has to be (OWASP ASVS 5.0, 6.2): long enough, not cut, none
 * that everybody chooses, nothing of the name or of the product; no rule about kinds of characters.
 */
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 256;

  /** Different characters it has at least: 111111111111 is long and no password. */
  private static final int LEAST_DIFFERENT = 5;

  /** Digits and signs around a common password that make it no better. */
  private static final int MOST_ADDED = 8;

  private static final Set<String> COMMON = read();

  /** Characters there are beside the name of the account and of the product, where they occur. */
  private static final int LEAST_BESIDE_NAMES = 9;

  private static final Set<String> OURS = Set.of("shuangshi", "registry", "双实");

  private PasswordRules() {}

  /** Goes on where it may be the password of that account. */
  static void check(String field, String password, String account) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw Refusal.field(
          field, "password.length", "密码应有 " + SHORTEST + "–" + LONGEST + " 个字符，任何字符都可以");
    }
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    boolean isCommon =
        COMMON.contains(plain)
            || COMMON.contains(trimmed(plain))
            || plain.codePoints().distinct().count() < LEAST_DIFFERENT
            || isRepeated(plain)
            || isRow(plain);
    if (isCommon) {
      throw Refusal.field(field, "password.common", "这个密码太常见，很容易被猜到；请换一个，例如几个不相干的词连在一起");
    }
    String rest = plain.replace(account, "");
    for (String name : OURS) {
      rest = rest.replace(name, "");
    }
    if (rest.length() < plain.length() && rest.length() < LEAST_BESIDE_NAMES) {
      throw Refusal.field(field, "password.name", "密码不能只是用户名或系统名加几个字符");
    }
  }

  /** Without what people add to a common one to make it long: password2026, @qwerty123. */
  private static String trimmed(String plain) {
    String core = plain.replaceAll("^[^\\p{L}]{1,8}|[^\\p{L}]{1,8}$", "");
    return plain.length() - core.length() <= MOST_ADDED ? core : plain;
  }

  /** A common one written twice or more. */
  private static boolean isRepeated(String plain) {
    for (int length = 1; length <= plain.length() / 2; length++) {
      if (plain.length() % length == 0
          && plain.equals(plain.substring(0, length).repeat(plain.length() / length))) {
        return true;
      }
    }
    return false;
  }

  /** Each character the next one of the one before, or the one before it: 123456789012, abcdef…. */
  private static boolean isRow(String plain) {
    int steps = 0;
    for (int i = 1; i < plain.length(); i++) {
      int step = plain.charAt(i) - plain.charAt(i - 1);
      if (Math.abs(step) == 1 || Math.abs(step) == 9) {
        steps++;
      }
    }
    return steps == plain.length() - 1;
  }

  private static Set<String> read() {
    try (InputStream in =
        PasswordRules.class.getResourceAsStream("/account/common-passwords.txt")) {
      if (in == null) {
        throw new IllegalStateException("no list of common passwords");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
