package org.shuangshi.intake.city;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.shuangshi.gis.feature.Format;

/**
 * Sets the time that GeoPackage and xlsx keep inside to the city's reference day: the clock of the
 * machine would make every run's bytes differ.
 */
final class Stamp {
  private Stamp() {}

  static void at(Path file, Format format, LocalDate day) throws IOException {
    if (format == Format.GEOPACKAGE) {
      geopackage(file, day);
    } else if (format == Format.XLSX) {
      xlsx(file, day);
    }
  }

  private static void geopackage(Path file, LocalDate day) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement =
            connection.prepareStatement("UPDATE gpkg_contents SET last_change = ?")) {
      statement.setString(1, day + "T00:00:00.000Z");
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IOException("cannot stamp " + file.getFileName(), e);
    }
  }

  private static void xlsx(Path file, LocalDate day) throws IOException {
    Path stamped = file.resolveSibling(file.getFileName() + ".part");
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(stamped))) {
      Enumeration<? extends ZipEntry> entries = in.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(day.atStartOfDay());
        out.putNextEntry(copy);
        try (InputStream content = in.getInputStream(entry)) {
          if (entry.getName().equals("docProps/core.xml")) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            out.write(
                text.replaceAll("(?<=>)\\d{4}-\\d\\d-\\d\\dT[^<]*(?=<)", day + "T00:00:00Z")
                    .getBytes(StandardCharsets.UTF_8));
          } else {
            content.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
    Files.move(stamped, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
