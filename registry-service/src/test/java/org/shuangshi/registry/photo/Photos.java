package org.shuangshi.registry.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.shuangshi.intake.keyring.PhotoResealing;
import org.shuangshi.intake.keyring.Purpose;
import org.shuangshi.intake.keyring.TestKeys;

/** Pictures for tests. */
public final class Photos {
  private Photos() {}

  /** Points of chance, which compress badly. */
  static byte[] picture(String format, int width, int height, boolean noise) {
    Random dice = new Random(7);
    BufferedImage points = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        points.setRGB(x, y, noise ? dice.nextInt(1 << 24) : (x * 255 / width) << 16 | 0x4080);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(points, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String body(byte[] image) {
    return "{\"image\":\"" + Base64.getEncoder().encodeToString(image) + "\"}";
  }

  /** The body of a request that adds a small photo. */
  public static String body() {
    return body(picture("png", 3, 2, false));
  }

  /** Puts a photo into the database, sealed; what is seen on it is the mark of its visit. */
  public static String insert(long id, long evidence) {
    byte[] sealed =
        TestKeys.ring()
            .seal(
                Purpose.PHOTO,
                ("@" + evidence + "@").getBytes(StandardCharsets.UTF_8),
                PhotoResealing.of(id));
    return "INSERT INTO register.visit_photo (id, evidence_id, content, width, height, bytes,"
        + " added_by) SELECT %d, %d, '\\x%s', 1, 1, 5, min(a.id) FROM access.account a;"
            .formatted(id, evidence, HexFormat.of().formatHex(sealed));
  }
}
