package org.shuangshi.gis.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which encoding is found, what a file says of itself notwithstanding. */
class TextEncodingTest {

  private static final List<String> SIMPLIFIED = List.of("上海大厦", "人民路12号", "新华小区3幢", "办公楼", "砖混结构");
  private static final List<String> TRADITIONAL =
      List.of("國立臺灣博物館", "忠孝東路二段35巷", "南港區", "辦公大樓", "鋼筋混凝土");

  @TempDir static Path directory = Path.of("");

  private static Reading table(
      Charset charset, List<String> texts, @Nullable String cpg, int driver, ReadOptions options)
      throws Exception {
    List<RawShapefile.Column> columns =
        List.of(
            new RawShapefile.Column("名称", 'C', 30, 0), new RawShapefile.Column("id", 'N', 4, 0));
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put(
        "t.dbf",
        RawShapefile.dbf(
            driver, charset, columns, texts.stream().map(t -> List.of(" ", t, "1")).toList()));
    if (cpg != null) {
      parts.put("t.cpg", cpg.getBytes(StandardCharsets.US_ASCII));
    }
    Path zip = RawShapefile.zip(directory.resolve("t.zip"), parts);
    return Reading.of(zip, options);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,,0,UTF-8,true",
    "UTF-8,UTF-8,0,UTF-8,true",
    "UTF-8,GBK,0x4D,UTF-8,false",
    "UTF-8,ISO-8859-1,0x57,UTF-8,false",
    "GBK,,0,GB18030,true",
    "GBK,GB2312,0x4D,GB18030,true",
    "GBK,936,0,GB18030,true",
    "GBK,UTF-8,0,GB18030,false",
    "GBK,,0x57,GB18030,true",
    "GBK,BIG5,0x4F,GB18030,false",
    "GB18030,,0,GB18030,true",
    "Big5,,0,x-windows-950,true",
    "Big5,Big-5,0x4F,x-windows-950,true",
    "Big5,GBK,0x4D,x-windows-950,false",
  })
  void findsItWhateverTheFileSays(
      String written, @Nullable String cpg, String driver, String found, boolean certain)
      throws Exception {
    List<String> texts = written.equals("Big5") ? TRADITIONAL : SIMPLIFIED;
    Reading read =
        table(Charset.forName(written), texts, cpg, Integer.decode(driver), ReadOptions.DEFAULT);
    TextGuess guess = read.schema().encoding();
    assertThat(guess == null ? null : guess.charset().name()).isEqualTo(found);
    assertThat(guess == null ? null : guess.certain()).as("%s", guess).isEqualTo(certain);
    assertThat(read.rows().stream().map(row -> row.values().get(0)).toList()).isEqualTo(texts);
    boolean told =
        read.schema().notices().stream().anyMatch(n -> n.code().equals("encoding.guessed"));
    assertThat(told).isEqualTo(!found.equals("UTF-8") || !certain);
  }

  @Test
  void aCallerMaySetAnother() throws Exception {
    Charset gbk = Charset.forName("GBK");
    Reading read =
        table(
            gbk, SIMPLIFIED, null, 0, ReadOptions.DEFAULT.withCharset(StandardCharsets.ISO_8859_1));
    assertThat(read.rows().get(0).values().get(0)).isNotEqualTo("上海大厦");
    assertThat(String.valueOf(read.schema().encoding())).contains("由使用者指定");
  }

  @Test
  void saysWhatWasTriedAndWhatLied() throws Exception {
    Reading read = table(Charset.forName("GBK"), SIMPLIFIED, "UTF-8", 0, ReadOptions.DEFAULT);
    assertThat(read.schema().notices()).hasSize(1);
    assertThat(read.schema().notices().get(0).message())
        .contains("GB18030", "常用字得分", ".cpg 文件写明 UTF-8，与内容不符，未采用");
  }

  @Test
  void latinTextNeedsAWordOfTheFile() throws Exception {
    Charset latin = Charset.forName("windows-1252");
    List<String> texts = List.of("Caf\u00e9 ", "\u00fc");
    FeatureFileException refused =
        catchThrowableOfType(
            FeatureFileException.class,
            () ->
                table(latin, List.of("\u00ff", "Caf\u00e9 x\u00ff"), null, 0, ReadOptions.DEFAULT));
    assertThat(refused.code()).isEqualTo("file.encoding");
    Reading read = table(latin, texts, "1252", 0, ReadOptions.DEFAULT);
    assertThat(read.rows().get(1).values().get(0)).isEqualTo("\u00fc");
  }

  @Test
  void halfACharacterAtTheEndOfACellIsCutAndCounted() throws Exception {
    List<RawShapefile.Column> columns = List.of(new RawShapefile.Column("名称名称名", 'C', 5, 0));
    byte[] dbf =
        RawShapefile.dbf(
            0, Charset.forName("GBK"), columns, List.of(List.of(" ", "上海大厦"), List.of(" ", "大楼")));
    Path file = Files.write(directory.resolve("cut.dbf"), dbf);
    try (FeatureReader reader = FeatureFiles.openAs(file, ReadOptions.DEFAULT)) {
      Feature first = reader.next();
      assertThat(first == null ? null : first.values().get(0)).isEqualTo("上海");
      assertThat(first == null ? null : first.fault()).isNull();
      while (reader.next() != null) {}
      assertThat(reader.notices().stream().map(Notice::code)).contains("text.cut");
    }
  }

  @Test
  void aCellThatIsOfNoEncodingIsTheRowsFault() throws Exception {
    byte[] dbf =
        RawShapefile.dbf(
            0,
            StandardCharsets.ISO_8859_1,
            List.of(new RawShapefile.Column("t", 'C', 20, 0)),
            IntStream.range(0, 300)
                .mapToObj(i -> List.of(" ", i == 7 ? "\u00ff\u00ff x" : "\u00c9\u00cf\u00ba\u00a3"))
                .toList());
    Reading read = Reading.of(Files.write(directory.resolve("bad.dbf"), dbf));
    assertThat(read.rows().get(0).values().get(0)).isEqualTo("上海");
    assertThat(read.rows().stream().filter(row -> row.fault() != null).map(Feature::row))
        .containsExactly(8L);
    assertThat(String.valueOf(read.rows().get(7).fault())).contains("row.encoding");
  }

  @Test
  void csvIsTriedTheSameWay() throws Exception {
    String text = "名稱,地址\n國立臺灣博物館,忠孝東路二段35巷\n";
    Path file = Files.write(directory.resolve("big5.csv"), text.getBytes(Charset.forName("Big5")));
    Reading read = Reading.of(file);
    assertThat(read.cell(0, "地址")).isEqualTo("忠孝東路二段35巷");
    assertThat(read.schema().notices().stream().map(Notice::code))
        .containsExactly("encoding.guessed");
    Path utf16 =
        Files.write(
            directory.resolve("excel.txt"),
            "\uFEFF名称\t层数\n上海大厦\t7\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Reading.of(utf16).cell(0, "名称")).isEqualTo("上海大厦");
  }
}
