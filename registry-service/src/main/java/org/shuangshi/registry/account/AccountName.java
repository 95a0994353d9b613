package org.shuangshi.registry.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shuangshi.registry.refusal.Refusal;

/** Names to sign in with: what looks the same is the same. */
final class AccountName {
  private static final Pattern GOOD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

  private AccountName() {}

  /** The name as it is kept: NFKC, lower case, no blanks around it. */
  static String folded(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** The name of a new account. */
  static String required(String typed) {
    String name = folded(typed);
    if (!GOOD.matcher(name).matches()) {
      throw Refusal.field("name", "account.name", "用户名以字母、汉字或数字开头，可含 . _ @ -，最多 64 个字");
    }
    return name;
  }
}
