package org.shuangshi.gis.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A workbook of Excel 2007 and later. Its shared texts are kept in memory, so a part that unpacks
 * to more than they may take is refused.
 */
final class XlsxWorkbook implements SheetFeatureReader.Workbook {

  private static final long MOST_SHARED_BYTES = 512L << 20;

  private final InputFile file;
  private final ReadableWorkbook workbook;

  private XlsxWorkbook(InputFile file) throws IOException {
    this.file = file;
    requireSound(file.path());
    this.workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, false));
  }

  static FeatureReader open(Path path, ReadOptions options) throws FeatureFileException {
    String layer = options.layer();
    InputFile file = new InputFile(path);
    XlsxWorkbook workbook = null;
    try {
      workbook = new XlsxWorkbook(file);
      Sheet sheet =
          Layers.choose(path, "工作表", workbook.sheets(layer != null), Sheet::getName, layer);
      return new SheetFeatureReader(file, workbook, XlsxRows.sheet(sheet), options.geometry());
    } catch (IOException | ExcelReaderException | UncheckedIOException e) {
      if (workbook != null) {
        workbook.closeAfter(e);
      }
      throw failure(file, e);
    }
  }

  /** Names of the sheets that are not hidden. */
  static List<String> layers(Path path) throws FeatureFileException {
    InputFile file = new InputFile(path);
    try (XlsxWorkbook workbook = new XlsxWorkbook(file)) {
      return workbook.sheets(false).stream().map(Sheet::getName).toList();
    } catch (IOException | ExcelReaderException | UncheckedIOException e) {
      throw failure(file, e);
    }
  }

  private List<Sheet> sheets(boolean hidden) {
    return workbook
        .getSheets()
        .filter(sheet -> hidden || sheet.getVisibility() == SheetVisibility.VISIBLE)
        .toList();
  }

  private static void requireSound(Path path) throws IOException {
    if (!FileContent.of(path).isZip()) {
      return;
    }
    List<ZipDirectory.Item> items = ZipDirectory.read(path);
    ZipArchive.requireSound(path, items);
    for (ZipDirectory.Item item : items) {
      if (item.name().endsWith("sharedStrings.xml") && item.size() > MOST_SHARED_BYTES) {
        throw new FeatureFileException(
            "file.too-large", "文件 " + path.getFileName() + " 的共享文字超过 512 MB，请拆分成几个工作簿，或另存为 CSV");
      }
    }
  }

  private void closeAfter(Exception e) {
    try {
      workbook.close();
    } catch (IOException closing) {
      e.addSuppressed(closing);
    }
  }

  @Override
  public FeatureFileException failure(Exception e) {
    return failure(file, e);
  }

  static FeatureFileException failure(InputFile file, Exception e) {
    if (e instanceof FeatureFileException ours) {
      return ours;
    }
    return new FeatureFileException(
        "file.broken",
        "文件 " + file.path().getFileName() + " 不是完好的 xlsx 文件，请用 Excel 或 WPS 打开后另存为 xlsx 再试",
        e);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
