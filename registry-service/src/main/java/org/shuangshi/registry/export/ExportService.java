package org.shuangshi.registry.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.crs.Crs;
import org.shuangshi.gis.crs.CrsException;
import org.shuangshi.gis.crs.CrsTransform;
import org.shuangshi.gis.feature.FeatureSchema;
import org.shuangshi.gis.feature.Field;
import org.shuangshi.gis.feature.WriteOptions;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.area.AreaRepository;
import org.shuangshi.registry.area.FirstWall;
import org.shuangshi.registry.occupancy.Occupancy;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.When;
import org.springframework.stereotype.Service;

/** Understands orders, or refuses them before any work is begun. */
@Service
class ExportService {
  private final ExportDesk desk;
  private final AreaRepository areas;
  private final FirstWall wall;
  private final Days days;

  ExportService(ExportDesk desk, AreaRepository areas, FirstWall wall, Days days) {
    this.desk = desk;
    this.areas = areas;
    this.wall = wall;
    this.days = days;
  }

  ExportJob order(ExportRequest request) {
    return desk.take(understand(request), Reader.current().account());
  }

  /** The job of who asks: what somebody else ordered holds what lies in their areas. */
  ExportJob get(long id) {
    return desk.get(id, Reader.current().account());
  }

  InputStream read(ExportJob job) throws IOException {
    return desk.read(job);
  }

  /** The job, where its file is there to be fetched. */
  ExportJob requireReady(long id) {
    ExportJob job = get(id);
    return switch (job.status()) {
      case READY -> job;
      case RUNNING -> throw Refusal.of(Refusal.Kind.NOT_READY, "export.running", "文件还在生成，请稍后再取");
      case FAILED -> throw Refusal.of(Refusal.Kind.GONE, "export.failed", "导出失败，没有文件；请重新导出");
    };
  }

  private ExportOrder understand(ExportRequest request) {
    if (request.layer() == null || request.format() == null) {
      String missing = request.layer() == null ? "layer" : "format";
      throw Refusal.field(missing, "field.missing", "缺少 " + missing);
    }
    ExportRequest.Filter filter = request.filter();
    Area area =
        filter == null || filter.within() == null
            ? new Area.Everywhere()
            : filter.within().area("filter.within");
    var asOf = days.asked(request.asOf());
    wall.require(area, When.of(asOf));
    areas.requireKnown(area, When.of(asOf));
    Crs crs;
    CrsTransform transform;
    try {
      crs = request.crs() == null ? Crs.CGCS2000 : Crs.parse(request.crs());
      transform = CrsTransform.between(Crs.CGCS2000, crs);
    } catch (CrsException e) {
      throw Refusal.field("crs", e.code(), String.valueOf(e.getMessage()));
    }
    FeatureSchema schema =
        new FeatureSchema(
            request.layer().word(),
            columns(request.layer(), request.columns()),
            request.layer().geometryType(),
            crs);
    return new ExportOrder(
        request.layer(),
        request.format(),
        schema,
        transform,
        options(request.encoding()),
        area,
        states(filter),
        asOf);
  }

  private static Set<Occupancy> states(ExportRequest.@Nullable Filter filter) {
    Set<Occupancy> asked = filter == null ? null : filter.occupancy();
    return asked == null || asked.isEmpty()
        ? EnumSet.allOf(Occupancy.class)
        : EnumSet.copyOf(asked);
  }

  private static WriteOptions options(@Nullable String encoding) {
    if (encoding == null || encoding.equals("UTF-8")) {
      return WriteOptions.DEFAULT;
    }
    if (encoding.equals("GB18030")) {
      return WriteOptions.GB18030;
    }
    throw Refusal.field("encoding", "field.invalid", "encoding 应为 UTF-8 或 GB18030");
  }

  private static List<Field> columns(ExportLayer layer, @Nullable List<String> wanted) {
    if (wanted == null) {
      return layer.fields();
    }
    return wanted.stream()
        .distinct()
        .map(
            name ->
                layer.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Refusal.field(
                                "columns",
                                "field.invalid",
                                "图层没有列 "
                                    + name
                                    + "；可选："
                                    + layer.fields().stream()
                                        .map(Field::name)
                                        .collect(Collectors.joining("、")))))
        .toList();
  }
}
