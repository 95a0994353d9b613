package org.shuangshi.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuangshi.gis.feature.FeatureFiles;
import org.shuangshi.gis.feature.FeatureReader;
import org.shuangshi.gis.feature.ReadOptions;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Guess;
import org.shuangshi.intake.mapping.Mapped.How;
import org.shuangshi.intake.mapping.Place;
import org.shuangshi.intake.mapping.Sample;
import org.shuangshi.intake.mapping.Synonyms;
import org.shuangshi.intake.mapping.Target;
import org.shuangshi.intake.mapping.Wish;

class ColumnSearchTest {

  @TempDir Path directory;

  /** Headers as files have them, the field meant (none: -), and values of a few rows. */
  private static final String[][] PEOPLE = {
    {"序号", "-", "1", "2", "3", "4", "5", "6"},
    {"住户姓名", "name", "张建国", "王芳", "李秀英", "刘洋", "陈静", "杨勇"},
    {"男女", "sex", "男", "女", "女", "男", "女", "男"},
    {
      "身份证号码(必填)",
      "document_number",
      "11010519491231002X",
      "34052419800101001X",
      "440524188001010014",
      "11010519491231002X",
      "34052419800101001X",
      "440524188001010014"
    },
    {"LXDH", "phone", "13800000000", "13900000000", "13700000000", "13600000000", "", ""},
    {"出生年月日", "birth_date", "1949-12-31", "1980/1/1", "1980年1月1日", "19800101", "", ""},
    {"户籍详址", "registered_address", "北京市朝阳区建国路1号", "上海市黄浦区中山路2号3室", "", "", "", ""},
    {"与户主的关系", "relation", "户主", "配偶", "子女", "户主", "父母", "其他"},
    {"政治面貌", "-", "群众", "党员", "群众", "群众", "党员", "群众"},
  };

  private static final String[][] BUILDINGS = {
    {"楼宇名称", "name", "1号楼", "2号楼", "3号楼", "4号楼", "5号楼", "6号楼"},
    {"使用性质", "use", "住宅", "商业", "民宅", "住宅", "办公", "学校"},
    {"JZJG", "structure", "砖混", "混合", "钢", "砖混", "砖木", "钢混"},
    {"总层数(层)", "floors", "6", "18", "33", "6", "1", "2"},
    {"建造年代", "year_built", "1998", "2004", "2012", "1985", "2001", "1979"},
    {"Height_M", "height_m", "18.2", "54", "99.5", "18", "3.5", "7"},
    {"占地面积", "-", "318.2", "354", "999.5", "618", "93.5", "27"},
    {"开发商", "-", "甲公司", "乙公司", "丙公司", "丁公司", "甲公司", "乙公司"},
  };

  @Test
  void columnsAreFoundByWhatTheyAreCalledAndHold() throws Exception {
    assertThat(found(Kind.PEOPLE, PEOPLE)).isEqualTo(meant(PEOPLE));
    assertThat(found(Kind.BUILDINGS, BUILDINGS)).isEqualTo(meant(BUILDINGS));
  }

  @Test
  void valuesThatCannotBeTheFieldSpeakAgainstTheName() throws Exception {
    String[][] columns = {
      {"名称", "name", "1号楼", "2号楼", "3号楼", "4号楼", "5号楼"},
      {"总层数", "-", "砖混", "混合", "钢", "砖混", "砖木"},
    };
    assertThat(found(Kind.BUILDINGS, columns)).isEqualTo(meant(columns));
  }

  @Test
  void ofTwoThatAreAlikeNoneIsTakenAndBothAreSaid() throws Exception {
    String[][] columns = {
      {"姓名", "name", "张建国", "王芳", "李秀英", "刘洋", "陈静"},
      {"联系方式", "-", "13800000000", "13900000000", "13700000000", "13600000000", "13500000000"},
      {"移动电话", "-", "13800000001", "13900000002", "13700000003", "13600000004", "13500000005"},
    };
    ColumnSearch search = search(Kind.PEOPLE, columns);
    assertThat(mapping(search, columns).positions()).doesNotContainKey("phone");
    assertThat(search.guesses()).extracting(Guess::field).contains("phone");
    assertThat(search.guesses())
        .filteredOn(guess -> guess.field().equals("phone"))
        .hasSize(1)
        .allMatch(guess -> !guess.sure() && guess.reason().contains("另有一列同样像"));
  }

  @Test
  void valuesAloneAreSaidButNotTaken() throws Exception {
    String[][] columns = {
      {"姓名", "name", "张建国", "王芳", "李秀英", "刘洋", "陈静"},
      {
        "字段7",
        "-",
        "11010519491231002X",
        "34052419800101001X",
        "440524188001010014",
        "11010519491231002X",
        "34052419800101001X"
      },
    };
    ColumnSearch search = search(Kind.PEOPLE, columns);
    assertThat(mapping(search, columns).ignored()).containsExactly("字段7");
    assertThat(search.guesses())
        .singleElement()
        .satisfies(
            guess -> {
              assertThat(guess.field()).isEqualTo("document_number");
              assertThat(guess.confidence()).isLessThan(0.8);
            });
  }

  @Test
  void wordsAndNumbersAreNoAddresses() throws Exception {
    String[][] columns = {
      {"姓名", "name", "张建国", "王芳", "李秀英", "刘洋", "陈静"},
      {"expect", "-", "valid", "invalid", "bad_check_digit", "valid", "invalid"},
      {"n", "-", "12-3-502", "1-1", "1-2-3", "3-502", "12"},
      {"住在", "-", "北京市朝阳区建国路1号", "上海市黄浦区中山路2号", "建国路3号", "中山路4号2室", "建国路9号"},
    };
    ColumnSearch search = search(Kind.PEOPLE, columns);
    mapping(search, columns);
    assertThat(search.guesses()).extracting(Guess::column).containsExactly(3);
  }

  @Test
  void aRequiredColumnThatIsMissingIsToldWithWhatItMayBe() {
    String[][] columns = {
      {"名字", "-", "张建国", "王芳", "李秀英", "刘洋", "陈静"}, {"性别", "sex", "男", "女", "女", "男", "女"},
    };
    assertThatThrownBy(() -> mapping(search(Kind.PEOPLE, columns), columns))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("name（姓名），可能是“名字”");
  }

  /** Whatever stands beside it, a name that an import always took is that field. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void namesOfOldAreNeverChanged(Kind kind) throws Exception {
    for (int alias = 0; alias < 4; alias++) {
      Map<String, String> headers = new LinkedHashMap<>();
      for (Column column : kind.columns()) {
        List<String> names = new ArrayList<>(List.of(column.name()));
        names.addAll(column.aliases());
        headers.putIfAbsent(names.get(Math.min(alias, names.size() - 1)), column.name());
        for (String other : Synonyms.of(kind.word(), column.name())) {
          headers.putIfAbsent(other, "-");
        }
      }
      String[][] columns =
          headers.entrySet().stream()
              .map(each -> new String[] {each.getKey(), each.getValue(), "1", "2", "3"})
              .toArray(String[][]::new);
      ColumnMapping mapping = mapping(search(kind, columns), columns);
      assertThat(mapping.uses())
          .filteredOn(use -> use.how() == How.NAMED && !use.field().startsWith("valid_"))
          .hasSize((int) headers.values().stream().filter(field -> !field.equals("-")).count())
          .allSatisfy(use -> assertThat(headers.get(use.header())).isEqualTo(use.field()));
      assertThat(mapping.positions().keySet())
          .as("nothing else was guessed: all fields have their column")
          .hasSize(kind.columns().size());
    }
  }

  @Test
  void whatIsChosenGoesBeforeNames() throws Exception {
    String[][] columns = {
      {"姓名", "-", "张建国"}, {"曾用名", "name", "王芳"}, {"电话", "-", "13800000000"},
    };
    ColumnSearch search = search(Kind.PEOPLE, columns);
    Choice choice = new Choice(Map.of("曾用名", "name", "电话", ""), Map.of(), null, null, null);
    ColumnMapping mapping = search.find(null, new Wish(choice, null), () -> sample(columns));
    assertThat(mapping.positions()).isEqualTo(Map.of("name", 1));
    assertThat(mapping.ignored()).containsExactly("姓名", "电话");
  }

  @Test
  void whatCannotBeChosenIsRefused() throws Exception {
    assertRefused(Map.of("没有", "name"), "mapping.unknown-column");
    assertRefused(Map.of("姓名", "没有"), "mapping.unknown-field");
    assertRefused(Map.of("姓名", "name", "曾用名", "name"), "mapping.twice");
  }

  private void assertRefused(Map<String, String> chosen, String code) throws Exception {
    String[][] columns = {{"姓名", "name", "张建国"}, {"曾用名", "-", "王芳"}};
    ColumnSearch search = search(Kind.PEOPLE, columns);
    Wish wish = new Wish(new Choice(chosen, Map.of(), null, null, null), null);
    assertThatThrownBy(() -> search.find(null, wish, () -> sample(columns)))
        .isInstanceOfSatisfying(
            ImportException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  /** Two fields of a kind that go by one name could not be told apart. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aNameStandsOnceInAKind(Kind kind) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    List<Target> targets = new ArrayList<>(Targets.of(kind));
    targets.addAll(PlaceTargets.of(kind));
    for (Target target : targets) {
      for (String name : target.names()) {
        boolean axis = Place.axes().contains(name); // values say which one it is
        if (!axis && !seen.add(name.toLowerCase(Locale.ROOT))) {
          twice.add(name);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everyLineOfSynonymsNamesAField() {
    Set<String> fields = new HashSet<>();
    for (Kind kind : Kind.values()) {
      kind.columns().forEach(column -> fields.add(kind.word() + "." + column.name()));
    }
    for (String place : List.of("lon", "lat", "axis", "wkt")) {
      fields.add("place." + place);
    }
    assertThat(fields).containsAll(Synonyms.fields());
  }

  @Test
  void theEncodingThatIsChosenIsTheOneThatIsRead() throws Exception {
    Path file = directory.resolve("a.csv");
    Files.write(file, "姓名\n张三\n".getBytes(Charset.forName("GB18030")));
    Choice wrong = new Choice(Map.of(), Map.of(), "Big5", null, null);
    Choice right = new Choice(Map.of(), Map.of(), "GB18030", null, null);
    assertThat(header(file, right)).isEqualTo("姓名");
    assertThat(header(file, wrong)).isNotEqualTo("姓名");
    assertThatThrownBy(
            () -> Opening.options(null, new Choice(Map.of(), Map.of(), "西文", null, null)))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("不认识编码");
  }

  private static String header(Path file, Choice choice) throws Exception {
    try (FeatureReader reader = FeatureFiles.openAs(file, Opening.options(null, choice))) {
      return reader.schema().fields().get(0).name();
    }
  }

  private Map<String, String> found(Kind kind, String[][] columns) throws Exception {
    Map<String, String> found = new TreeMap<>();
    mapping(search(kind, columns), columns)
        .uses()
        .forEach(use -> found.put(use.header(), use.field()));
    return found;
  }

  private static Map<String, String> meant(String[][] columns) {
    Map<String, String> meant = new TreeMap<>();
    for (String[] column : columns) {
      if (!column[1].equals("-")) {
        meant.put(column[0], column[1]);
      }
    }
    return meant;
  }

  private ColumnSearch search(Kind kind, String[][] columns) throws Exception {
    return new ColumnSearch(kind, sampleOf(columns).schema(), true);
  }

  private ColumnMapping mapping(ColumnSearch search, String[][] columns) throws Exception {
    return search.find(null, Wish.NONE, () -> sample(columns));
  }

  private Sample sample(String[][] columns) {
    try {
      return sampleOf(columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sample sampleOf(String[][] columns) throws IOException {
    StringBuilder csv = new StringBuilder();
    for (int row = 0; row < columns[0].length; row++) {
      for (int i = 0; row != 1 && i < columns.length; i++) {
        csv.append(i == 0 ? "" : ",").append(columns[i][row]);
      }
      csv.append(row == 1 ? "" : "\n");
    }
    Path file = directory.resolve("sample.csv");
    Files.writeString(file, csv, StandardCharsets.UTF_8);
    return Sample.read(file, ReadOptions.DEFAULT);
  }
}
