package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;

/**
 * A workbook of Excel 97 to 2003 (BIFF 8 in a compound file). Workbooks with a password, the new
 * ones too, which then are compound files, are refused.
 */
final class XlsWorkbook implements SheetFeatureReader.Workbook {

  private static final String STREAM = "Workbook";

  private final InputFile file;
  private final POIFSFileSystem compound;
  private final XlsGlobals globals;

  private XlsWorkbook(InputFile file, POIFSFileSystem compound) throws IOException {
    this.file = file;
    this.compound = compound;
    DirectoryNode root = compound.getRoot();
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw ZipArchive.encrypted(file.path());
    }
    if (!root.hasEntryCaseInsensitive(STREAM)) {
      String name = String.valueOf(file.path().getFileName());
      throw new FeatureFileException(
          "file.unknown-format",
          root.hasEntryCaseInsensitive("Book")
              ? "文件 " + name + " 是 Excel 95 或更早的工作簿，请用 Excel 或 WPS 打开后另存为 xlsx"
              : "文件 " + name + " 不是 Excel 工作簿");
    }
    try (InputStream in = root.createDocumentInputStream(STREAM)) {
      this.globals = XlsGlobals.read(new RecordFactoryInputStream(in, false));
    }
  }

  private static XlsWorkbook open(InputFile file) throws IOException {
    POIFSFileSystem compound = new POIFSFileSystem(file.path().toFile(), true);
    try {
      return new XlsWorkbook(file, compound);
    } catch (IOException | RuntimeException e) {
      compound.close();
      throw e;
    }
  }

  static FeatureReader open(Path path, ReadOptions options) throws FeatureFileException {
    String layer = options.layer();
    InputFile file = new InputFile(path);
    XlsWorkbook workbook = null;
    try {
      workbook = open(file);
      XlsGlobals.Place place =
          Layers.choose(path, "工作表", workbook.sheets(layer != null), XlsGlobals.Place::name, layer);
      return new SheetFeatureReader(file, workbook, workbook.sheet(place), options.geometry());
    } catch (IOException | RuntimeException e) {
      if (workbook != null) {
        workbook.closeAfter(e);
      }
      throw failure(file, e);
    }
  }

  /** Names of the sheets that are not hidden. */
  static List<String> layers(Path path) throws FeatureFileException {
    InputFile file = new InputFile(path);
    try (XlsWorkbook workbook = open(file)) {
      return workbook.sheets(false).stream().map(XlsGlobals.Place::name).toList();
    } catch (IOException | RuntimeException e) {
      throw failure(file, e);
    }
  }

  private List<XlsGlobals.Place> sheets(boolean hidden) {
    return globals.sheets().stream().filter(sheet -> hidden || !sheet.hidden()).toList();
  }

  private Sheet sheet(XlsGlobals.Place place) {
    return new Sheet() {
      @Override
      public String name() {
        return place.name();
      }

      @Override
      public Rows open() throws IOException {
        InputStream in = compound.getRoot().createDocumentInputStream(STREAM);
        in.skipNBytes(place.offset());
        return new XlsRows(globals, in);
      }
    };
  }

  private void closeAfter(Exception e) {
    try {
      compound.close();
    } catch (IOException closing) {
      e.addSuppressed(closing);
    }
  }

  @Override
  public FeatureFileException failure(Exception e) {
    return failure(file, e);
  }

  /** POI reports what is wrong with a file by exceptions of many kinds, unchecked ones too. */
  private static FeatureFileException failure(InputFile file, Exception e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    if (e instanceof EncryptedDocumentException
        || e.getCause() instanceof EncryptedDocumentException) {
      return ZipArchive.encrypted(file.path());
    }
    String what = e instanceof RecordFormatException ? "内容不合规范" : "不完整或已损坏";
    return new FeatureFileException(
        "file.broken",
        "文件 " + file.path().getFileName() + " " + what + "，请用 Excel 或 WPS 打开后另存为 xlsx 再试",
        e);
  }

  @Override
  public void close() throws IOException {
    compound.close();
  }
}
