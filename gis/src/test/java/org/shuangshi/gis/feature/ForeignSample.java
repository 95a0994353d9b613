package org.shuangshi.gis.feature;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/** The {@link Sample} in the formats that are read only, written by other people's code. */
final class ForeignSample {

  static final byte MULTI_POLYGON = (byte) GeometryType.MultiPolygon;
  static final byte ANY = (byte) GeometryType.Unknown;

  private ForeignSample() {}

  /** Lines of GeoJSON, or records between separators. */
  static Path lines(Path file, String before) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Sample.Row row : Sample.ROWS) {
      StringBuilder properties = new StringBuilder();
      for (int i = 0; i < Sample.FIELDS.size(); i++) {
        properties.append(i == 0 ? "" : ",").append(json(Sample.FIELDS.get(i).name())).append(':');
        Object value = row.values().get(i);
        boolean text4 = value instanceof String || value instanceof LocalDate;
        properties.append(text4 ? json(String.valueOf(value)) : String.valueOf(value));
      }
      text.append(before).append("{\"type\":\"Feature\",\"properties\":{").append(properties);
      text.append("},\"geometry\":").append(geometry(row.geometry())).append("}\n");
    }
    return Files.writeString(file, text);
  }

  private static String json(String text) {
    return "\"" + text.replace("\"", "\\\"").replace("\t", "\\t").replace("\n", "\\n") + "\"";
  }

  private static String geometry(@Nullable Geometry geometry) {
    if (geometry == null) {
      return "null";
    }
    String coordinates =
        geometry.isEmpty()
            ? "[]"
            : geometry
                .toText()
                .replace("MULTIPOLYGON", "")
                .replaceAll("(-?[\\d.]+) (-?[\\d.]+)", "[$1,$2]")
                .replace('(', '[')
                .replace(')', ']');
    return "{\"type\":\"MultiPolygon\",\"coordinates\":" + coordinates + "}";
  }

  static String kml() throws Exception {
    StringBuilder text =
        new StringBuilder("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Schema>");
    for (Field field : Sample.FIELDS) {
      String type =
          switch (field.type()) {
            case INTEGER -> "int";
            case REAL -> "double";
            case BOOLEAN -> "bool";
            case TEXT, DATE -> "string";
          };
      text.append("<SimpleField name=\"%s\" type=\"%s\"/>".formatted(field.name(), type));
    }
    text.append("</Schema>");
    for (Sample.Row row : Sample.ROWS) {
      text.append("<Placemark><ExtendedData><SchemaData>");
      for (int i = 0; i < Sample.FIELDS.size(); i++) {
        Object value = row.values().get(i);
        if (value != null) {
          text.append(
              "<SimpleData name=\"%s\"><![CDATA[%s]]></SimpleData>"
                  .formatted(Sample.FIELDS.get(i).name(), value));
        }
      }
      text.append("</SchemaData></ExtendedData>");
      Geometry geometry = row.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        text.append("<MultiGeometry>");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
          String rings =
              geometry.getGeometryN(i).toText().replace("POLYGON ((", "").replace("))", "");
          text.append("<Polygon>");
          String side = "outer";
          for (String ring : rings.split("\\), \\(")) {
            text.append("<%sBoundaryIs><LinearRing><coordinates>".formatted(side));
            text.append(ring.replace(", ", "\n").replace(' ', ',').replace('\n', ' '));
            text.append("</coordinates></LinearRing></%sBoundaryIs>".formatted(side));
            side = "inner";
          }
          text.append("</Polygon>");
        }
        text.append("</MultiGeometry>");
      }
      text.append("</Placemark>");
    }
    return text.append("</Document></kml>").toString();
  }

  /** Without an index, by the reference implementation. */
  static Path flatGeobuf(Path file, byte geometryType) throws Exception {
    HeaderMeta header = new HeaderMeta();
    header.name = Sample.LAYER;
    header.geometryType = geometryType;
    header.srid = 4490;
    header.featuresCount = Sample.ROWS.size();
    header.indexNodeSize = 0;
    header.columns = new ArrayList<>();
    byte[] types = {
      ColumnType.String, ColumnType.Long, ColumnType.Double, ColumnType.DateTime, ColumnType.Bool
    };
    for (int i = 0; i < types.length; i++) {
      ColumnMeta column = new ColumnMeta();
      column.name = Sample.FIELDS.get(i).name();
      column.type = types[i];
      header.columns.add(column);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(Constants.MAGIC_BYTES);
      HeaderMeta.write(header, out, new FlatBufferBuilder(1024));
      for (Sample.Row row : Sample.ROWS) {
        FlatBufferBuilder builder = new FlatBufferBuilder(1024);
        int properties = Feature.createPropertiesVector(builder, properties(row.values()));
        Geometry geometry = row.geometry();
        int shape =
            geometry == null ? 0 : GeometryConversions.serialize(builder, geometry, geometryType);
        int feature = Feature.createFeature(builder, shape, properties, 0);
        Feature.finishSizePrefixedFeatureBuffer(builder, feature);
        out.write(builder.sizedByteArray());
      }
    }
    return file;
  }

  private static byte[] properties(List<@Nullable Object> values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        continue;
      }
      byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
      ByteBuffer cell = ByteBuffer.allocate(text.length + 10).order(ByteOrder.LITTLE_ENDIAN);
      cell.putShort((short) i);
      if (value instanceof Long whole) {
        cell.putLong(whole);
      } else if (value instanceof Double real) {
        cell.putDouble(real);
      } else if (value instanceof Boolean truth) {
        cell.put((byte) (truth ? 1 : 0));
      } else {
        cell.putInt(text.length).put(text);
      }
      byte[] written = new byte[cell.position()];
      cell.get(0, written);
      bytes.write(written);
    }
    return bytes.toByteArray();
  }

  static Path xls(Path file) throws Exception {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      HSSFSheet sheet = workbook.createSheet(Sample.LAYER);
      HSSFCellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
      HSSFRow header = sheet.createRow(0);
      Map<String, Integer> columns = new HashMap<>();
      for (Field field : Sample.FIELDS) {
        columns.put(field.name(), columns.size());
        header.createCell(columns.size() - 1).setCellValue(field.name());
      }
      header.createCell(columns.size()).setCellValue("wkt");
      for (int r = 0; r < Sample.ROWS.size(); r++) {
        Sample.Row row = Sample.ROWS.get(r);
        HSSFRow cells = sheet.createRow(r + 1);
        for (int i = 0; i < row.values().size(); i++) {
          Object value = row.values().get(i);
          if (value instanceof String text) {
            cells.createCell(i).setCellValue(text);
          } else if (value instanceof Boolean truth) {
            cells.createCell(i).setCellValue(truth);
          } else if (value instanceof Number number) {
            cells.createCell(i).setCellValue(number.doubleValue());
          } else if (value instanceof LocalDate date) {
            cells.createCell(i).setCellValue(date);
            cells.getCell(i).setCellStyle(day);
          }
        }
        if (row.wkt() != null) {
          cells.createCell(columns.size()).setCellValue(row.wkt());
        }
      }
      workbook.write(out);
    }
    return file;
  }
}
