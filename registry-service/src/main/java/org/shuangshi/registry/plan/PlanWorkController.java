package org.shuangshi.registry.plan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.sheet.Sheets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/grid-plans/{id}")
@Tag(name = "grid-plan-figures", description = "网格方案：楼栋计数、影响、比较、自动划分")
class PlanWorkController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ImpactService impacts;
  private final Sheets sheets;
  private final ZoningService zoning;

  PlanWorkController(ImpactService impacts, ZoningService zoning, Sheets sheets) {
    this.impacts = impacts;
    this.sheets = sheets;
    this.zoning = zoning;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/buildings")
  @Operation(summary = "逐栋计数", description = "按列给出，供拖动边界时累加；不能看姓名的地方，户数人数按统计单元给出，整个在网格内才计")
  PlanBuildings buildings(@PathVariable long id) {
    return impacts.buildings(id);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/impact")
  @Operation(summary = "影响表", description = "各网格前后的户、人、楼、空置和负荷，换网格长的户，新旧编码，要重印的服务牌")
  Impact impact(@PathVariable long id) {
    return impacts.impact(id, null);
  }

  @Needs(Permission.REGISTER_READ)
  @PostMapping("/impact")
  @Operation(summary = "影响表", description = "同 GET")
  Impact postedImpact(@PathVariable long id) {
    return impacts.impact(id, null);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/compare")
  @Operation(summary = "与另一方案或现状比较", description = "with 为另一方案的编号，不给则与现状比")
  Impact compare(@PathVariable long id, @RequestParam(required = false) @Nullable Long with) {
    return impacts.impact(id, with);
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/impact.xlsx")
  @Operation(summary = "影响表（Excel）")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> workbook(@PathVariable long id) throws IOException {
    return file(id, ".xlsx", XLSX, ImpactWorkbook.of(impacts.impact(id, null)));
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/impact.pdf")
  @Operation(summary = "影响表（PDF）", description = "横向 A4，可打印签字")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> sheet(@PathVariable long id) throws IOException {
    return file(
        id,
        ".pdf",
        MediaType.APPLICATION_PDF_VALUE,
        ImpactSheet.of(impacts.impact(id, null), sheets));
  }

  private static ResponseEntity<byte[]> file(long id, String ending, String type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("影响表-" + id + ending, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/zoning")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "自动划分", description = "锁定的网格不动；结果只是建议，草稿不变")
  PlanJob divide(@PathVariable long id, @RequestBody PlanJobRequest request) {
    return zoning.begin(id, request, true);
  }

  @Needs(Permission.GRID_PLAN)
  @PostMapping("/rebalance")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "重新平衡", description = "让换手的户最少；结果只是建议，草稿不变")
  PlanJob rebalance(@PathVariable long id, @RequestBody PlanJobRequest request) {
    return zoning.begin(id, request, false);
  }

  @Needs(Permission.GRID_PLAN)
  @GetMapping("/jobs/{job}")
  @Operation(summary = "划分的进度与结果")
  PlanJob job(@PathVariable long id, @PathVariable long job) {
    return zoning.get(id, job);
  }

  @Needs(Permission.GRID_PLAN)
  @DeleteMapping("/jobs/{job}")
  @Operation(summary = "停止划分")
  PlanJob stop(@PathVariable long id, @PathVariable long job) {
    return zoning.stop(id, job);
  }
}
