package org.shuangshi.intake.keyring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file the keys are read from, one a line: {@code 1 AES <base64 of 32 random bytes>}. The
 * greatest number seals, all open: a new key is a line more, and none may be taken out while
 * something sealed with it is left.
 */
final class KeyFile {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private KeyFile() {}

  static KeyRing read(Path file) throws UnfitKeysException {
    List<String> lines;
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
        if (granted.stream().anyMatch(OTHERS::contains)) {
          throw new UnfitKeysException("密钥文件 " + file + " 别的用户也能读；请执行 chmod 600 " + file);
        }
      }
      lines = Files.readAllLines(file, StandardCharsets.UTF_8); // comments are in any words
    } catch (IOException e) {
      throw new UnfitKeysException("读不到密钥文件 " + file + "；请检查 REGISTRY_KEYS");
    }
    List<KeyRing.Key> keys = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      KeyRing.Key key = key(line, file, i + 1);
      if (!numbers.add(key.number())) {
        throw new UnfitKeysException("密钥文件 " + file + " 里编号 " + key.number() + " 出现了两次");
      }
      keys.add(key);
    }
    if (keys.isEmpty()) {
      throw new UnfitKeysException("密钥文件 " + file + " 里没有密钥");
    }
    return new KeyRing(keys);
  }

  private static KeyRing.Key key(String line, Path file, int number) throws UnfitKeysException {
    String[] words = line.split("\\s+");
    try {
      byte[] bytes = Base64.getDecoder().decode(words[2]);
      if (words.length == 3 && bytes.length == BYTES) {
        return new KeyRing.Key(
            Integer.parseInt(words[0]),
            Cipher.valueOf(words[1]),
            new SecretKeySpec(bytes, "HmacSHA256"));
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // said below, without the line
    }
    throw new UnfitKeysException(
        "密钥文件 " + file + " 第 " + number + " 行不是“编号 AES|SM4 " + BYTES + " 字节的 Base64”");
  }
}
