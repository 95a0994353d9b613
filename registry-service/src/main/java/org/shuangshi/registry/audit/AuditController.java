package org.shuangshi.registry.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.SignedIn;
import org.shuangshi.registry.request.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "audit", description = "日志：谁查看了谁、谁改了权限；日志是否完好")
class AuditController {
  private final AuditService audit;
  private final ChainCheck check;

  AuditController(AuditService audit, ChainCheck check) {
    this.audit = audit;
    this.check = check;
  }

  @Needs(Permission.AUDIT_READ)
  @GetMapping("/api/audit/events")
  @Operation(
      summary = "日志",
      description = "新的在前；target 形如 person:4711，account 为做这件事的账号，from、to 为首尾两天（含）")
  Page<EventResponse> events(
      @RequestParam(required = false) @Nullable String target,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable EventGroup group,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return audit.list(new EventFilter(target, account, group, from, to), limit, after);
  }

  @Needs(Permission.AUDIT_READ)
  @GetMapping("/api/audit/events.csv")
  @Operation(summary = "日志导出为 CSV", description = "条件同日志；导出本身记入日志")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  void export(
      @RequestParam(required = false) @Nullable String target,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable EventGroup group,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      HttpServletResponse response)
      throws IOException {
    EventFilter filter = new EventFilter(target, account, group, from, to);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("日志.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    audit.export(filter, response.getOutputStream());
  }

  @Needs(Permission.AUDIT_READ)
  @GetMapping("/api/audit/volumes")
  @Operation(
      summary = "查看量",
      description = "每个账号每天看了多少人口记录，与本人和同角色的中位数相比；不给 account 则异常的在前，给了则为该账号逐日")
  Page<VolumeResponse> volumes(
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit) {
    return new Page<>(audit.volumes(from, to, account, limit), null);
  }

  @Needs(Permission.AUDIT_READ)
  @GetMapping("/api/audit/chain")
  @Operation(summary = "核对日志", description = "逐条核对；有改动、缺失或末尾被截掉，fault 指出第一条")
  ChainReport chain() {
    return check.run();
  }

  @SignedIn
  @GetMapping("/api/account/activity")
  @Operation(summary = "我的活动", description = "自己的账号做过的事，新的在前")
  Page<EventResponse> own(
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return audit.list(EventFilter.ofAccount(Reader.current().name()), limit, after);
  }
}
