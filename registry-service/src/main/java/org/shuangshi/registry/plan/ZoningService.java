package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.shuangshi.gis.zoning.Band;
import org.shuangshi.gis.zoning.GridPlan;
import org.shuangshi.gis.zoning.Progress;
import org.shuangshi.gis.zoning.Rules;
import org.shuangshi.gis.zoning.Score;
import org.shuangshi.gis.zoning.Zoning;
import org.shuangshi.registry.area.ShapeJson;
import org.shuangshi.registry.grid.GridSetting;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;
import org.shuangshi.registry.plan.Ground.Community;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Service;

/** Has the grids of a draft divided anew, or rebalanced: a proposal, of which the draft is free. */
@Service
class ZoningService {
  private final PlanDesk desk;
  private final GroundRepository grounds;
  private final TallyRepository tallies;
  private final ZoningDesk zoning;
  private final Days days;

  ZoningService(
      PlanDesk desk,
      GroundRepository grounds,
      TallyRepository tallies,
      ZoningDesk zoning,
      Days days) {
    this.desk = desk;
    this.grounds = grounds;
    this.tallies = tallies;
    this.zoning = zoning;
    this.days = days;
  }

  /** A community to be divided. */
  private record Part(Community community, org.shuangshi.gis.zoning.Ground ground, Rules rules) {}

  PlanJob begin(long id, PlanJobRequest request, boolean anew) {
    Plan plan = desk.get(id).requireDrawnIn().requireState(PlanState.DRAFT);
    Drawing drawing = desk.drawing(plan);
    LocalDate today = days.today();
    Tally tally = tallies.tally(plan.communities(), today, today, today.withDayOfMonth(1));
    Map<Long, Integer> loads =
        ZoningGround.loads(tally, Double.parseDouble(grounds.setting("plan.load_unknown")));
    List<Footprint> footprints = grounds.footprints(plan.communities(), today);
    List<GuideLine> lines = grounds.lines(plan.communities(), today);
    List<Part> parts = new ArrayList<>();
    for (Community community : drawing.ground().communities()) {
      Collection<Footprint> here =
          footprints.stream()
              .filter(each -> community.geom().getEnvelopeInternal().covers(each.inside()))
              .toList();
      parts.add(
          new Part(
              community,
              ZoningGround.of(community, drawing, List.copyOf(here), lines, loads, request),
              rules(community, drawing, request)));
    }
    long firstNew =
        Math.max(
            PlanGrid.FIRST_NEW,
            drawing.grids().stream().mapToLong(DrawnGrid::id).max().orElse(0) + 1);
    long job = zoning.begin(id, progress -> find(parts, anew, firstNew, progress));
    return get(id, job);
  }

  PlanJob get(long id, long job) {
    desk.get(id).require(Permission.GRID_PLAN);
    return zoning
        .find(id, job)
        .orElseThrow(() -> Refusal.unknown("plan.job-unknown", "没有这项划分，或已过一小时"));
  }

  PlanJob stop(long id, long job) {
    get(id, job);
    zoning.stop(job);
    return get(id, job);
  }

  private static Rules rules(Community community, Drawing drawing, PlanJobRequest request) {
    GridSetting setting = request.setting();
    if (setting == null) {
      Map<GridSetting, Long> said =
          drawing.grids().stream()
              .filter(each -> each.community().id() == community.id())
              .filter(each -> each.said().setting() != null)
              .collect(Collectors.groupingBy(each -> each.said().setting(), Collectors.counting()));
      setting =
          said.getOrDefault(GridSetting.RURAL, 0L) > said.getOrDefault(GridSetting.URBAN, 0L)
              ? GridSetting.RURAL
              : GridSetting.URBAN;
    }
    Ground.HouseholdBand band = community.band(setting);
    if (band == null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "band.missing", community.name() + "没有设定网格的户数范围");
    }
    return new Rules(
        new Band(band.low(), band.high()),
        Boolean.TRUE.equals(request.compoundsMayBeCut()),
        !Boolean.FALSE.equals(request.newGrids()),
        request.seed() == null ? 1 : request.seed());
  }

  private static ZoningDesk.Found find(
      List<Part> parts, boolean anew, long firstNew, Progress progress) {
    List<PlanJob.ProposedGrid> grids = new ArrayList<>();
    List<PlanJob.ProposedRemark> remarks = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    long next = firstNew;
    int done = 0;
    for (Part part : parts) {
      int before = done;
      Progress ofPart = share -> progress.reached((before + share) / parts.size());
      GridPlan plan =
          anew
              ? Zoning.divide(part.ground(), part.rules(), ofPart)
              : Zoning.rebalance(part.ground(), part.rules(), ofPart);
      for (GridPlan.Grid grid : plan.grids()) {
        grids.add(
            new PlanJob.ProposedGrid(
                grid.id() == null ? next++ : grid.id(),
                part.community().code(),
                grid.load(),
                grid.buildings().size(),
                ShapeJson.geoJson(grid.area())));
      }
      for (GridPlan.Remark remark : plan.remarks()) {
        Coordinate at = remark.at();
        remarks.add(
            new PlanJob.ProposedRemark(
                remark.reason().code(),
                remark.reason().text(),
                at.x,
                at.y,
                remark.thing(),
                remark.load()));
      }
      scores.add(plan.score());
      done++;
    }
    return new ZoningDesk.Found(grids, score(scores), remarks);
  }

  private static PlanJob.ProposedScore score(List<Score> scores) {
    return new PlanJob.ProposedScore(
        scores.stream().mapToInt(Score::gridsOutOfBand).sum(),
        scores.stream().mapToInt(Score::buildingsCut).sum(),
        scores.stream().mapToInt(Score::compoundsCut).sum(),
        scores.stream().mapToLong(Score::barriersCrossed).sum(),
        scores.stream().mapToLong(Score::loadMoved).sum(),
        scores.stream().mapToDouble(Score::compactness).average().orElse(0));
  }
}
