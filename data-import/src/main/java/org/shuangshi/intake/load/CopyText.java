package org.shuangshi.intake.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** A row as a line of PostgreSQL's COPY text format; geometry as EWKB in hexadecimal, 2D. */
final class CopyText {

  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);
  private final StringBuilder line = new StringBuilder(1024);

  CopyText start() {
    line.setLength(0);
    return this;
  }

  CopyText add(@Nullable Object value) {
    if (line.length() > 0) {
      line.append('\t');
    }
    if (value == null) {
      line.append("\\N");
    } else if (value instanceof Geometry geometry) {
      line.append(WKBWriter.toHex(wkb.write(geometry)));
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof String text) {
      escaped(text);
    } else {
      line.append(value);
    }
    return this;
  }

  /** The line with its end. */
  String end() {
    return line.append('\n').toString();
  }

  private void array(List<?> list) {
    StringBuilder literal = new StringBuilder("{");
    for (Object each : list) {
      if (literal.length() > 1) {
        literal.append(',');
      }
      String text = each.toString().replace("\\", "\\\\").replace("\"", "\\\"");
      literal.append('"').append(text).append('"');
    }
    escaped(literal.append('}').toString());
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
