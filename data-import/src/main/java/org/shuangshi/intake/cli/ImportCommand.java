package org.shuangshi.intake.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.feature.FeatureFileException;
import org.shuangshi.intake.coordinate.ControlFile;
import org.shuangshi.intake.coordinate.Stated;
import org.shuangshi.intake.database.RegisterDatabase;
import org.shuangshi.intake.keyring.KeyRing;
import org.shuangshi.intake.load.AllRejectedException;
import org.shuangshi.intake.load.AnomalousException;
import org.shuangshi.intake.load.BeforeCommit;
import org.shuangshi.intake.load.CitySet;
import org.shuangshi.intake.load.CoordinatesRefusedException;
import org.shuangshi.intake.load.ImportException;
import org.shuangshi.intake.load.ImportRequest;
import org.shuangshi.intake.load.ImportRequest.SourceFile;
import org.shuangshi.intake.load.ImportSummary;
import org.shuangshi.intake.load.Importer;
import org.shuangshi.intake.load.Kind;
import org.shuangshi.intake.load.ProfileChoice;
import org.shuangshi.intake.load.Rejected;
import org.shuangshi.intake.load.Undo;
import org.shuangshi.intake.load.UndoSummary;
import org.shuangshi.intake.mapping.Choice;
import org.shuangshi.intake.mapping.Wish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a file, or a directory of files, into the register. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "把文件导入登记库：一次导入是一个事务，出错则什么都不改。",
    parameterListHeading = "%n参数：%n",
    optionListHeading = "%n选项：%n",
    footerHeading = "%n例：%n",
    footer = {
      "  registry import buildings.geojson --as buildings",
      "  registry import 楼栋.gpkg --as buildings --source 房管局 --key 楼栋编号 --crs EPSG:4549",
      "  registry import 普查.csv --as people --map 人员=name --map 备注=",
      "  registry import 门牌.xlsx --as addresses --map 位置A=lon --map 位置B=lat",
      "  registry import --set demo --dry-run",
      "  registry import --undo 42 --why 导错了批次",
      "",
      "退出码：0 完成（可有警告），1 被拒绝或失败、没有任何改动，2 用法不对。"
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "要导入的文件：Shapefile（.zip、文件夹或 .shp）、.gpkg、.geojson、.geojsonl、.fgb、.kml、.kmz、"
              + ".csv、.xlsx、.xls（文本格式可再压成 .gz）。按内容识别，编码自动判断。")
  private @Nullable Path file;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description =
          "文件的内容：regions、grids、estates、roads、context、addresses、buildings、units、households、people、"
              + "organisations、evidence、staff。")
  private @Nullable String kind;

  @Option(
      names = "--set",
      paramLabel = "DIR",
      description = "导入整个目录，按其中 city.json 列出的文件和顺序，全部在一个事务里。")
  private @Nullable Path set;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "来源名；同一来源中主键相同的是同一个对象。默认是文件名（去掉扩展名）或 city.json 的 name。")
  private @Nullable String source;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "主键列。默认依次找 id、osm_id、编号、主键；都没有则用几何与属性的散列值。")
  private @Nullable String key;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n",
      description =
          "文件的坐标系，优先于文件自己写明的；与登记库不符时要确认才写入。可加 +GCJ02、+BD09（地图偏移）、"
              + "+SWAPPED（先北后东）、+FITTED（按对得上的地物拟合四参数）。")
  private @Nullable String crs;

  @Option(
      names = "--control",
      paramLabel = "FILE.csv",
      description = "控制点，用来求西安 80、北京 54 等的四参数：列 x、y（文件的坐标）和 lon、lat（CGCS2000）。")
  private @Nullable Path control;

  @Option(
      names = "--shift",
      paramLabel = "dx,dy,rotation,scale",
      description = "四参数：东移、北移（米），旋转（角秒，逆时针为正），尺度（百万分之一）；按不带带号的平面坐标。")
  private @Nullable String shift;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "要读的图层（Shapefile、GeoPackage）或工作表（Excel）。")
  private @Nullable String layer;

  @Option(
      names = "--map",
      paramLabel = "列=字段",
      description =
          "文件的列是哪个字段，可写多次；字段写英文名，“列=”表示不用这一列。没有写到的列按列名和内容去找。"
              + "表格的坐标列是 lon（经度、东坐标）和 lat（纬度、北坐标），几何文本列是 wkt。")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "文字的编码（Shapefile、CSV）：UTF-8、GB18030、Big5。默认自动判断。")
  private @Nullable String encoding;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "按另一个来源上次的映射（列、值、编码、图层、主键）读。默认按本来源上次写入时选定的映射。")
  private @Nullable String profile;

  @Option(names = "--no-profile", description = "不按上次的映射，重新去找各列。")
  private boolean noProfile;

  @Option(names = "--from", paramLabel = "DATE", description = "没有 valid_from 的行从哪一天起成立。默认今天。")
  private @Nullable LocalDate from;

  @Option(names = "--who", paramLabel = "NAME", description = "记在变更记录里的操作人。默认当前系统用户。")
  private String who = System.getProperty("user.name", "registry");

  @Option(names = "--why", paramLabel = "TEXT", description = "记在变更记录里的原因。默认“导入 …”。")
  private @Nullable String why;

  @Option(names = "--dry-run", description = "照做一遍但不写入，只看结果。")
  private boolean dryRun;

  @Option(
      names = "--undo",
      paramLabel = "CHANGE",
      description = "撤销这个变更记录的整次导入（须写明 --why）；此后又被改过的保持不变并列出。与 --dry-run 一起只看结果。")
  private @Nullable Long undo;

  @Option(
      names = "--accept-anomalies",
      description = "坐标与登记库不符、不寻常的变化（大量住户变空、整条街道移位、大量建筑物终止或改变用途）也写入；不给时在终端上询问，别处则拒绝。")
  private boolean acceptAnomalies;

  @Option(names = "--issues", paramLabel = "FILE.csv", description = "把全部问题逐行写进这个 CSV 文件。")
  private @Nullable Path issues;

  @Option(
      names = "--rejected",
      paramLabel = "FOLDER",
      description = "把被拒绝的行按原文件的格式写进这个目录，每行加上问题代码、原因、建议三列；改正后可直接再导入。")
  private @Nullable Path rejected;

  @Override
  public Integer call() throws Exception {
    if (profile != null && (noProfile || set != null)) {
      throw usage("--profile 不能与 --no-profile 或 --set 一起用");
    }
    Long taken = undo;
    if (taken != null) {
      return undo(taken);
    }
    ImportRequest request = request();
    KeyRing ring = KeyRing.fromEnvironment(System.getenv());
    RegisterDatabase database = RegisterDatabase.fromEnvironment(System.getenv());
    database.prepare();
    if (set == null && !noProfile) {
      request = ProfileChoice.of(database, request, profile);
    }
    PrintWriter out = spec.commandLine().getOut();
    RejectedFiles back = rejected == null ? null : new RejectedFiles(rejected);
    try (TerminalProgress progress = TerminalProgress.open(issues, back)) {
      run(new Importer(database, ring), request, progress, new SummaryText(out), back);
    }
    return 0;
  }

  private int undo(long change) throws Exception {
    String reason = why;
    if (file != null || set != null) {
      throw usage("--undo 不能与 FILE 或 --set 一起用");
    }
    if (reason == null && !dryRun) {
      throw usage("请用 --why 写明为什么撤销");
    }
    RegisterDatabase database = RegisterDatabase.fromEnvironment(System.getenv());
    database.prepare();
    Undo back = new Undo(database);
    UndoSummary summary =
        reason == null || dryRun
            ? back.preview(change)
            : back.run(change, who, reason, BeforeCommit.nothing());
    new UndoText(spec.commandLine().getOut()).print(summary, dryRun);
    return 0;
  }

  private static void run(
      Importer importer,
      ImportRequest request,
      TerminalProgress progress,
      SummaryText text,
      @Nullable RejectedFiles back)
      throws Exception {
    if (back != null) {
      back.clear();
    }
    ImportSummary summary;
    try {
      summary = importer.run(request, progress);
    } catch (AllRejectedException e) {
      progress.clear();
      text.print(e.file());
      text.printWritten(back == null ? List.of() : back.write(request));
      throw e;
    } catch (CoordinatesRefusedException e) {
      progress.clear();
      text.print(e.finding());
      throw e;
    } catch (AnomalousException e) {
      progress.clear();
      text.printRefused(e.summary());
      if (!saidYes()) {
        text.printWritten(back == null ? List.of() : back.write(request));
        throw e;
      }
      run(importer, request.accepted(), progress, text, back);
      return;
    }
    progress.clear();
    text.print(summary);
    text.printWritten(back == null ? List.of() : back.write(request));
  }

  /** Asked of who sits at the terminal; nobody there has not said yes. */
  @SuppressWarnings("SystemConsoleNull") // Java 22 always has a console, which then answers nothing
  private static boolean saidYes() {
    Console console = System.console();
    String answer = console == null ? null : console.readLine("仍要写入吗？写“是”继续：");
    return answer != null && Set.of("是", "y", "yes").contains(answer.strip());
  }

  private ImportRequest request() throws ImportException, CrsException, FeatureFileException {
    List<SourceFile> files;
    String name;
    Path directory = set;
    if (directory != null) {
      if (file != null || kind != null) {
        throw usage("--set 不能与 FILE 或 --as 一起用");
      }
      CitySet city = CitySet.read(directory);
      files = city.files();
      name = city.name();
    } else {
      Path only = file;
      if (only == null) {
        throw usage("请给出要导入的文件，或用 --set DIR");
      }
      files = List.of(new SourceFile(only, kind()));
      name = Rejected.original(withoutEnding(String.valueOf(only.getFileName())));
    }
    String called = source == null ? name : source;
    return new ImportRequest(
        files,
        called,
        key,
        Stated.parse(crs, control == null ? List.of() : ControlFile.read(control), shift),
        layer,
        from == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : from,
        who,
        why == null ? "导入 " + (directory == null ? file : directory) : why,
        dryRun,
        acceptAnomalies,
        new Wish(choice(directory), null),
        null);
  }

  private Choice choice(@Nullable Path directory) {
    if (directory != null && (!map.isEmpty() || encoding != null)) {
      throw usage("--map 和 --encoding 说的是一个文件，不能与 --set 一起用");
    }
    return new Choice(map, Map.of(), encoding, null, null);
  }

  private Kind kind() {
    String word = kind;
    if (word == null) {
      throw usage("请用 --as 说明文件的内容，例如 --as buildings");
    }
    return Kind.find(word).orElseThrow(() -> usage("--as 不认识“" + word + "”；可用的见 --help"));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String withoutEnding(String name) {
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    int dot = plain.lastIndexOf('.');
    return dot <= 0 ? plain : plain.substring(0, dot);
  }
}
