package org.shuangshi.registry.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "exports", description = "导出：图层写成文件，写好后下载")
class ExportController {
  private final ExportService exports;
  private final Looks looks;

  ExportController(ExportService exports, Looks looks) {
    this.exports = exports;
    this.looks = looks;
  }

  @Needs(Permission.EXPORT)
  @PostMapping("/api/exports")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "导出一个图层", description = "立即返回任务，文件在后台生成，保留一小时")
  ExportResponse order(@RequestBody ExportRequest request) {
    ExportJob job = exports.order(request);
    looks.takenOut(
        "export.ordered", "layer:" + job.order().layer().word(), job.order().area().target());
    return job.response();
  }

  @Needs(Permission.EXPORT)
  @GetMapping("/api/exports/{id}")
  @Operation(summary = "导出任务的进度")
  ExportResponse get(@PathVariable long id) {
    return exports.get(id).response();
  }

  @Needs(Permission.EXPORT)
  @GetMapping("/api/exports/{id}/file")
  @Operation(summary = "下载导出的文件", description = "未完成时为 409")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> file(@PathVariable long id) throws IOException {
    ExportJob job = exports.requireReady(id);
    looks.takenOut(
        "export.fetched", "layer:" + job.order().layer().word(), job.order().area().target());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(job.order().format().mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(job.order().fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentLength(job.bytes())
        .body(new InputStreamResource(exports.read(job)));
  }
}
