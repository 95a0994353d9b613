package org.shuangshi.gis.feature;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sheet in the same workbook: the package is copied part by part, the sheet rewritten as
 * a stream ({@link XlsxSheetExcerpt}). Other sheets, styles and pictures stay as they are.
 */
final class XlsxExcerpt {

  private XlsxExcerpt() {}

  /**
   * @param names of the sheet's columns, as its reader tells them
   */
  static void write(
      Path path, @Nullable String layer, List<String> names, Excerpt excerpt, PartFile part)
      throws FeatureFileException {
    try (ZipFile zip = new ZipFile(path.toFile());
        ZipOutputStream out =
            new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(part.path()), 1 << 16))) {
      XlsxParts parts = XlsxParts.of(path, zip, layer);
      BitSet used = new BitSet();
      for (String sheet : parts.strings().isEmpty() ? List.<String>of() : parts.sheets()) {
        boolean chosen = sheet.equals(parts.sheet());
        XlsxStrings.used(zip, sheet, row -> !chosen || row == 1 || excerpt.of(row) != null, used);
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (entry.isDirectory() || parts.gone().contains(name)) {
          continue;
        }
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = zip.getInputStream(entry)) {
          if (name.equals(parts.sheet())) {
            XlsxSheetExcerpt.copy(in, out, excerpt, names);
          } else if (name.equals(parts.strings())) {
            XlsxStrings.copy(in, out, used);
          } else if (name.equals("[Content_Types].xml") || parts.relations().contains(name)) {
            Xml.copy(in, out, xml -> !parts.speaksOfGone(name, xml));
          } else {
            in.transferTo(out);
          }
        }
        out.closeEntry();
      }
    } catch (IOException | XMLStreamException | NumberFormatException e) {
      throw XlsxWorkbook.failure(new InputFile(path), e);
    }
  }
}
