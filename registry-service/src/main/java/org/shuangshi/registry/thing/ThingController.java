package org.shuangshi.registry.thing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/things/{kind}")
@Tag(name = "things", description = "任何一种记录：卡片、历史、关联，新增、变更、更正、终止与撤销")
class ThingController {
  private static final String IF_MATCH = "If-Match";

  private final ThingService things;
  private final Looks looks;
  private final org.shuangshi.registry.request.Days days;

  ThingController(ThingService things, Looks looks, org.shuangshi.registry.request.Days days) {
    this.things = things;
    this.looks = looks;
    this.days = days;
  }

  @Needs({Permission.REGISTER_READ, Permission.PEOPLE_READ})
  @GetMapping("/{id}")
  @Operation(summary = "一条记录", description = "asOf 那天的样子；knownAt 为那一刻登记簿所知；个人字段遮盖")
  ResponseEntity<ThingCard> get(
      @PathVariable String kind,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable OffsetDateTime knownAt) {
    ThingKind of = ThingService.kind(kind);
    ThingCard card = things.get(of, id, days.asked(asOf), knownAt);
    opened(of, id, "card");
    return answer(HttpStatus.OK, card);
  }

  @Needs({Permission.REGISTER_READ, Permission.PEOPLE_READ})
  @GetMapping("/{id}/versions")
  @Operation(summary = "历史", description = "所有版本，登记簿最近相信的在前；记录从不删除")
  Page<ThingVersion> versions(@PathVariable String kind, @PathVariable long id) {
    ThingKind of = ThingService.kind(kind);
    List<ThingVersion> versions = things.versions(of, id);
    opened(of, id, "history");
    return new Page<>(versions, null);
  }

  @Needs({Permission.REGISTER_READ, Permission.PEOPLE_READ})
  @GetMapping("/{id}/links")
  @Operation(summary = "关联", description = "指向它的记录，按种类和字段分组；past 表示那天已不再指向")
  ThingLinks links(
      @PathVariable String kind,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable LocalDate asOf) {
    ThingKind of = ThingService.kind(kind);
    ThingLinks links = things.links(of, id, days.asked(asOf));
    int people = ThingRights.ofPeople(links);
    if (people > 0) {
      looks.counted("person.listed", of.table() + ":" + id, people);
    }
    return links;
  }

  @Needs({Permission.REGISTER_READ, Permission.PEOPLE_READ})
  @GetMapping("/{id}/lineage")
  @Operation(summary = "沿革", description = "由什么而来（FROM），成了什么（INTO）：合并、拆分、同一个、被取代")
  Page<Lineage> lineage(@PathVariable String kind, @PathVariable long id) {
    ThingKind of = ThingService.kind(kind);
    List<Lineage> lineage = things.lineage(of, id);
    opened(of, id, "lineage");
    return new Page<>(lineage, null);
  }

  @Needs({
    Permission.PLACE_WRITE,
    Permission.PEOPLE_WRITE,
    Permission.REGION_WRITE,
    Permission.GRID_PLAN
  })
  @PostMapping
  @Operation(summary = "新增", description = "从 from 起存在；values 为全部字段")
  ResponseEntity<ThingCard> begin(@PathVariable String kind, @RequestBody EditRequest request) {
    ThingKind of = ThingService.kind(kind);
    long id = things.begin(of, request, days.today());
    LocalDate day = request.from() == null ? days.today() : request.from();
    return answer(HttpStatus.CREATED, things.written(of, id, day));
  }

  @Needs({
    Permission.PLACE_WRITE,
    Permission.PEOPLE_WRITE,
    Permission.REGION_WRITE,
    Permission.GRID_PLAN
  })
  @PostMapping("/{id}/change")
  @Operation(summary = "变更：世界变了", description = "从 from 起 values 中的字段取新值，直到该字段已知的下一次变更")
  ResponseEntity<ThingCard> change(
      @PathVariable String kind,
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody EditRequest request) {
    ThingKind of = ThingService.kind(kind);
    things.change(of, id, Etag.required(seen), request, days.today());
    return after(of, id, request.from());
  }

  @Needs({
    Permission.PLACE_WRITE,
    Permission.PEOPLE_WRITE,
    Permission.REGION_WRITE,
    Permission.GRID_PLAN
  })
  @PostMapping("/{id}/correct")
  @Operation(
      summary = "更正：以前记错了",
      description = "在 [from, to) 这些日子 values 中的字段其实如此；不给 values 则改起止日期")
  ResponseEntity<ThingCard> correct(
      @PathVariable String kind,
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody EditRequest request) {
    ThingKind of = ThingService.kind(kind);
    things.correct(of, id, Etag.required(seen), request);
    return after(of, id, request.from());
  }

  @Needs({
    Permission.PLACE_WRITE,
    Permission.PEOPLE_WRITE,
    Permission.REGION_WRITE,
    Permission.GRID_PLAN
  })
  @PostMapping("/{id}/end")
  @Operation(summary = "终止", description = "从 from 起不再存在；以前的日子照旧可查")
  ResponseEntity<Void> end(
      @PathVariable String kind,
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody EditRequest request) {
    things.end(ThingService.kind(kind), id, Etag.required(seen), request, days.today());
    return ResponseEntity.noContent().build();
  }

  @Needs({
    Permission.PLACE_WRITE,
    Permission.PEOPLE_WRITE,
    Permission.REGION_WRITE,
    Permission.GRID_PLAN
  })
  @PostMapping("/{id}/withdraw")
  @Operation(summary = "撤销：从来没有过", description = "附理由的更正，行不删除；给出 from、to 则只撤销这些日子")
  ResponseEntity<Void> withdraw(
      @PathVariable String kind,
      @PathVariable long id,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
      @RequestBody EditRequest request) {
    things.withdraw(ThingService.kind(kind), id, Etag.required(seen), request);
    return ResponseEntity.noContent().build();
  }

  private void opened(ThingKind kind, long id, String part) {
    if (ThingRights.toRead(kind) == Permission.PEOPLE_READ) {
      looks.opened(kind.table(), id, part);
    }
  }

  private ResponseEntity<ThingCard> after(ThingKind kind, long id, @Nullable LocalDate from) {
    return answer(HttpStatus.OK, things.written(kind, id, from == null ? days.today() : from));
  }

  private static ResponseEntity<ThingCard> answer(HttpStatus status, ThingCard card) {
    return ResponseEntity.status(status).header(HttpHeaders.ETAG, card.etag()).body(card);
  }
}
