package org.shuangshi.registry.photo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.shuangshi.registry.refusal.Refusal;

/**
 * A picture as it is kept: a JPEG made anew from the points of what was sent. Nothing else of the
 * file comes in: no EXIF, no place, no device, nothing behind the picture.
 *
 * @param jpeg at most 1 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
record Picture(byte[] jpeg, int width, int height) {
  static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_SENT = 4_096;
  private static final int LONGEST_KEPT = 1_600;
  private static final Set<String> KINDS = Set.of("jpeg", "png");
  private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f};

  /** Reads what was sent; refuses what is too large, no picture, or of another kind. */
  static Picture of(byte[] sent) {
    if (sent.length > MOST_BYTES) {
      throw Refusal.of(Refusal.Kind.TOO_LARGE, "photo.too-large", "照片最大 1 MB，请缩小后再传");
    }
    try {
      BufferedImage points = shrunk(read(sent));
      for (float quality : QUALITIES) {
        byte[] jpeg = write(points, quality);
        if (jpeg.length <= MOST_BYTES) {
          return new Picture(jpeg, points.getWidth(), points.getHeight());
        }
      }
      throw Refusal.of(Refusal.Kind.TOO_LARGE, "photo.too-large", "照片存不到 1 MB 以内，请缩小后再传");
    } catch (IOException | RuntimeException e) {
      if (e instanceof Refusal refusal) {
        throw refusal;
      }
      throw unreadable(); // decoders of the platform throw what they like at broken files
    }
  }

  private static BufferedImage read(byte[] sent) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unreadable();
      }
      ImageReader reader = readers.next();
      try {
        if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw unreadable();
        }
        reader.setInput(in, true, true);
        // known before a point is read: a file of a few bytes may claim a billion
        if (reader.getWidth(0) > LONGEST_SENT || reader.getHeight(0) > LONGEST_SENT) {
          throw Refusal.field(
              "image", "photo.too-many-points", "照片每边最多 " + LONGEST_SENT + " 个像素，请缩小后再传");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Without transparency, which JPEG has not, and no longer than is kept. */
  private static BufferedImage shrunk(BufferedImage read) {
    double scale = Math.min(1, LONGEST_KEPT / (double) Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
    BufferedImage points = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = points.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    drawing.drawImage(read, 0, 0, width, height, java.awt.Color.WHITE, null);
    drawing.dispose();
    return points;
  }

  private static byte[] write(BufferedImage points, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(points, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Refusal unreadable() {
    return Refusal.field("image", "photo.unreadable", "这不是能读的 JPEG 或 PNG 照片");
  }
}
