package org.shuangshi.intake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shuangshi.intake.city.CityGenerator;
import org.shuangshi.intake.city.Figures;
import org.shuangshi.intake.city.dirt.Dirt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Generates a city as files, or people and grids onto given footprints. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "生成一个虚构的城区及其村庄：区划、网格、道路、楼栋、地址、户室、人口、走访记录。",
    footer = {"", "生成后用 import --set 目录 一次导入。同样的种子在任何机器上生成同样的文件。"},
    optionListHeading = "%n选项：%n")
final class GenerateCommand implements Callable<Integer> {

  private static final double MOST_DIRT = 0.2;

  @Option(names = "--buildings", paramLabel = "N", description = "楼栋数，默认 ${DEFAULT-VALUE}。")
  private int buildings = 3600;

  @Option(names = "--seed", paramLabel = "S", description = "随机种子，默认 ${DEFAULT-VALUE}。")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "写入的目录。")
  private Path out = Path.of("");

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "基准日，所有走访和迁入都在此之前，默认 ${DEFAULT-VALUE}。")
  private LocalDate today = LocalDate.of(2026, 7, 1);

  @Option(
      names = "--onto",
      paramLabel = "FILE",
      description = {
        "给已有的楼栋轮廓文件配上地址、户室、人口和网格（不再写楼栋）。",
        "先用 import FILE --as buildings 导入轮廓，再导入生成的目录；户室按 id、osm_id、编号或主键找到楼栋。"
      })
  private @Nullable Path onto;

  @Option(
      names = "--dirt",
      arity = "0..1",
      paramLabel = "SHARE",
      fallbackValue = "" + Dirt.SHARE,
      description = {
        "按比例种下部门文件里常见的各种错误，默认 ${FALLBACK-VALUE}（千分之二）；",
        "种在哪里、应当查出什么，写进 planted.csv 和 consequences.csv。"
      })
  private double dirt;

  @Spec private CommandSpec spec;

  @Override
  @SuppressWarnings("SystemConsoleNull") // Java 22 always has a console, which this then shows on
  public Integer call() throws Exception {
    if (buildings < CityGenerator.FEWEST_BUILDINGS) {
      throw new ParameterException(
          spec.commandLine(), "--buildings 至少为 " + CityGenerator.FEWEST_BUILDINGS);
    }
    if (dirt < 0 || dirt > MOST_DIRT) {
      throw new ParameterException(spec.commandLine(), "--dirt 应在 0 到 " + MOST_DIRT + " 之间");
    }
    PrintWriter console = spec.commandLine().getOut();
    PrintWriter line = spec.commandLine().getErr();
    boolean terminal = System.console() != null;
    CityGenerator generator =
        new CityGenerator(
                step -> {
                  if (terminal) {
                    line.print("\r\033[K" + step);
                    line.flush();
                  }
                })
            .dirty(dirt);
    Path footprints = onto;
    Figures figures =
        footprints == null
            ? generator.generate(buildings, seed, today, out)
            : generator.generateOnto(footprints, seed, today, out);
    if (terminal) {
      line.print("\r\033[K");
      line.flush();
    }
    console.println("已生成到 " + out);
    console.println(figures.text());
    console.flush();
    return 0;
  }
}
