package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuangshi.gis.mesh.Face;
import org.shuangshi.gis.mesh.Mesh;
import org.shuangshi.gis.mesh.MeshFault;
import org.shuangshi.gis.mesh.Outcome;
import org.shuangshi.registry.area.ShapeJson;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.grid.GridKind;
import org.shuangshi.registry.grid.GridSetting;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.plan.Drawing.DrawnGrid;
import org.shuangshi.registry.plan.Ground.Standing;
import org.shuangshi.registry.plan.PlanRequest.NewPlan;
import org.shuangshi.registry.plan.PlanRequest.NewPlanComment;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Cursor;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts: begun, drawn in by several, shared, talked about. */
@Service
class PlanService {
  private static final String LIST = "grid-plans";
  private static final String COMMENTS = "grid-plan-comments";
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_COMMENT = 1000;
  private static final int MOST_COMMUNITIES = 1_000;
  private static final int MOST_EDITS = 1000;

  private final PlanRepository plans;
  private final GroundRepository grounds;
  private final PlanDesk desk;
  private final Days days;

  PlanService(PlanRepository plans, GroundRepository grounds, PlanDesk desk, Days days) {
    this.plans = plans;
    this.grounds = grounds;
    this.desk = desk;
    this.days = days;
  }

  @Transactional
  PlanResponse begin(NewPlan request) {
    String name = text("name", request.name(), LONGEST_NAME);
    List<Long> communities = communities(request);
    if (!Boolean.TRUE.equals(request.beside())) {
      plans.openOf(communities).stream()
          .map(plans::find)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(PlanService::taken);
    }
    LocalDate basedOn = grounds.lastKnownDay(communities, days.today());
    Ground ground = grounds.ground(communities, basedOn);
    if (ground.communities().size() < communities.size()) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT, "plan.community", "有社区到 " + basedOn + " 已不存在，不能为它做方案");
    }
    List<PlanGrid> grids = ground.grids().stream().map(each -> asStanding(ground, each)).toList();
    long id =
        plans.begin(
            name,
            desk.written(new PlanDocument(name, grids)),
            basedOn,
            desk.written(ground.base()),
            communities);
    return get(id);
  }

  private List<Long> communities(NewPlan request) {
    TreeSet<String> codes = new TreeSet<>();
    if (request.community() != null) {
      codes.add(request.community());
    }
    if (request.communities() != null) {
      codes.addAll(request.communities());
    }
    if (codes.isEmpty() || codes.size() > MOST_COMMUNITIES) {
      throw Refusal.field(
          "community",
          "value.missing",
          "请用 community 或 communities 给出 1–" + MOST_COMMUNITIES + " 个社区代码");
    }
    Map<String, Long> known = grounds.communityIds(List.copyOf(codes), days.today());
    List<Long> ids = new ArrayList<>();
    for (String code : codes) {
      Long id = known.get(code);
      if (id == null) {
        throw Refusal.unknown("region.unknown", "今天没有代码为 " + code + " 的社区");
      }
      if (!Reader.current().areas(Permission.GRID_PLAN).cover(id, null)) {
        throw Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", "社区 " + code + " 不在你划分网格的辖区内");
      }
      ids.add(id);
    }
    return ids;
  }

  private static void taken(Plan plan) {
    throw Refusal.of(
        Refusal.Kind.CONFLICT,
        "plan.community-taken",
        plan.owner().name()
            + "已有这里的方案“"
            + plan.name()
            + "”（编号 "
            + plan.id()
            + "，"
            + plan.state().label()
            + "）；可请其共享，或用 beside 另做一个，两者只能发布一个");
  }

  private static PlanGrid asStanding(Ground ground, Standing grid) {
    return new PlanGrid(
        grid.id(),
        ground.community(grid.community()).code(),
        grid.name(),
        grid.kind(),
        grid.setting(),
        false,
        null,
        ShapeJson.geoJson(grid.geom()));
  }

  Page<PlanResponse> list(
      @Nullable String community, boolean open, int limit, @Nullable String after) {
    Cursor cursor = Cursor.read(LIST, 1, after);
    long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
    Page<Plan> page =
        Page.cut(
            plans.list(community, open, days.today(), before, Page.rowsFor(limit)),
            limit,
            plan -> Cursor.of(LIST, plan.id()));
    return new Page<>(page.items().stream().map(plan -> told(plan, false)).toList(), page.next());
  }

  PlanResponse get(long id) {
    return told(desk.get(id), true);
  }

  private PlanResponse told(Plan plan, boolean whole) {
    return PlanResponse.of(
        plan,
        grounds.names(plan.communities(), plan.basedOn()),
        whole ? plans.steps(plan.id()) : null,
        whole ? plans.document(plan.id()) : null);
  }

  PlanResponse save(long id, @Nullable String ifMatch, PlanDocument document) {
    Plan plan = drawnIn(id, ifMatch);
    Drawing.of(desk.ground(plan), document);
    return saved(plan, document);
  }

  private Plan drawnIn(long id, @Nullable String ifMatch) {
    return desk.get(id)
        .requireDrawnIn()
        .requireState(PlanState.DRAFT)
        .requireSeen(Etag.required(ifMatch));
  }

  private PlanResponse saved(Plan plan, PlanDocument document) {
    String name = document.name() == null ? null : text("name", document.name(), LONGEST_NAME);
    if (!plans.save(plan, desk.written(document), name)) {
      // somebody else did so a moment ago
      desk.get(plan.id()).requireState(PlanState.DRAFT).requireSeen(plan.etag());
    }
    return told(desk.get(plan.id()), false);
  }

  /** Does edits one after another on the saved draft, and saves what comes of them. */
  PlanResponse edit(long id, @Nullable String ifMatch, PlanEdits request) {
    Plan plan = drawnIn(id, ifMatch);
    List<PlanEdit> edits = request.edits();
    if (edits == null || edits.isEmpty() || edits.size() > MOST_EDITS) {
      throw Refusal.field("edits", "value.invalid", "edits 应有 1–" + MOST_EDITS + " 项修改");
    }
    Drawing drawing = desk.drawing(plan);
    Mesh mesh = drawing.requireMesh();
    long next = drawing.grids().stream().mapToLong(DrawnGrid::id).max().orElse(0) + 1;
    next = Math.max(next, PlanGrid.FIRST_NEW);
    for (PlanEdit edit : edits) {
      Outcome outcome = mesh.apply(edit.on(mesh, next), false);
      MeshFault fault = outcome.ifRefused().orElse(null);
      if (fault != null) {
        throw Refusal.of(Refusal.Kind.CONFLICT, fault.kind().code(), fault.message());
      }
      mesh = outcome.ifAccepted().orElseThrow();
      next =
          Math.max(
              next, mesh.faces().keySet().stream().mapToLong(each -> each).max().orElse(0) + 1);
    }
    return saved(plan, new PlanDocument(null, redrawn(drawing, mesh)));
  }

  /** The grids as the mesh has them; new ones are called after their number in the document. */
  private static List<PlanGrid> redrawn(Drawing drawing, Mesh mesh) {
    Map<Long, PlanGrid> said = new HashMap<>();
    drawing.grids().forEach(each -> said.put(each.id(), each.said()));
    List<PlanGrid> grids = new ArrayList<>();
    for (Face face : mesh.faces().values()) {
      if (face.held() || face.id() <= 0) {
        continue;
      }
      PlanGrid old = said.get(face.id());
      grids.add(
          new PlanGrid(
              face.id(),
              drawing.ground().community(face.community()).code(),
              old == null ? "" : old.name(),
              old == null ? GridKind.BASIC : old.kind(),
              old == null ? GridSetting.URBAN : old.setting(),
              old == null ? Boolean.FALSE : old.locked(),
              old == null ? List.of() : old.team(),
              ShapeJson.geoJson(mesh.polygon(face.id()))));
    }
    return grids;
  }

  @Transactional
  PlanResponse share(long id, @Nullable List<String> accounts) {
    desk.get(id).requireOwn().requireState(PlanState.DRAFT);
    if (accounts == null) {
      throw Refusal.field("accounts", "value.missing", "缺少 accounts：与谁共享");
    }
    List<String> names = accounts.stream().distinct().toList();
    if (plans.share(id, names) != names.size()) {
      throw Refusal.field("accounts", "account.unknown", "有的账号不存在或已停用");
    }
    return told(desk.get(id), false);
  }

  Page<PlanComment> comments(long id, int limit, @Nullable String after) {
    desk.get(id);
    return Page.cut(
        plans.comments(id, Cursor.idAfter(COMMENTS, after), Page.rowsFor(limit)),
        limit,
        comment -> Cursor.of(COMMENTS, comment.id()));
  }

  PlanComment comment(long id, NewPlanComment request) {
    desk.get(id).require(Permission.GRID_PLAN);
    String text = text("text", request.text(), LONGEST_COMMENT);
    if ((request.lon() == null) != (request.lat() == null)) {
      throw Refusal.field("lon", "value.missing", "lon 和 lat 要一起给");
    }
    long comment = plans.comment(id, text, request.grid(), request.lon(), request.lat());
    return plans.comments(id, comment - 1, 1).get(0);
  }

  PlanGround ground(long id) {
    Plan plan = desk.get(id);
    Ground ground = desk.ground(plan);
    return PlanGround.of(
        ground,
        desk.isOvertaken(plan, ground),
        grounds.footprints(plan.communities(), plan.basedOn()),
        grounds.lines(plan.communities(), plan.basedOn()));
  }

  List<PlanFault> faults(long id) {
    Plan plan = desk.get(id);
    return desk.faults(desk.drawing(plan), plan, plan.basedOn());
  }

  private static String text(String field, @Nullable String said, int longest) {
    String text = said == null ? "" : said.strip();
    if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
      throw Refusal.field(field, "value.invalid", field + " 应有 1–" + longest + " 个字");
    }
    return text;
  }
}
