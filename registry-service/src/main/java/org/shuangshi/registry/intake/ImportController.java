package org.shuangshi.registry.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "imports", description = "导入：送来文件，检查，看过再写入；全部是一个事务")
class ImportController {
  private final ImportService imports;

  ImportController(ImportService imports) {
    this.imports = imports;
  }

  @Needs(Permission.IMPORT)
  @PostMapping("/api/imports")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "准备导入一个文件", description = "说明内容、来源和理由；文件随后用 PUT 送来")
  ImportResponse order(@RequestBody ImportOrder order) {
    return imports.order(order);
  }

  @Needs(Permission.IMPORT)
  @PutMapping("/api/imports/{id}/file")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "送来文件",
      description = "正文就是文件；加密保存，随即开始检查",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  ImportResponse send(@PathVariable long id, @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    return imports.send(id, request.getInputStream(), request.getContentLengthLong());
  }

  @Needs(Permission.IMPORT)
  @GetMapping("/api/imports")
  @Operation(summary = "导入历史", description = "最近的在前；全市的数据管理员看到所有人的，其他人看到自己的")
  Page<ImportResponse> list(
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return imports.list(limit, after);
  }

  @Needs(Permission.IMPORT)
  @GetMapping("/api/imports/{id}")
  @Operation(summary = "一次导入", description = "状态、进度、结果")
  ImportResponse get(@PathVariable long id) {
    return imports.get(id);
  }

  @Needs(Permission.IMPORT)
  @GetMapping("/api/imports/{id}/issues")
  @Operation(summary = "一次导入的问题", description = "逐行；code 只要某一种")
  Page<ToldIssue> issues(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after)
      throws IOException {
    return imports.issues(id, code, limit, after);
  }

  @Needs(Permission.IMPORT)
  @PostMapping("/api/imports/{id}/apply")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "写入检查过的文件", description = "一个事务；好的行写入，有错的行留下。检查发现异常变化的，要 acceptAnomalies 才写")
  ImportResponse apply(@PathVariable long id, @RequestBody ApplyRequest request) {
    return imports.apply(id, request.acceptAnomalies());
  }

  @Needs(Permission.IMPORT)
  @PostMapping("/api/imports/{id}/cancel")
  @Operation(summary = "取消", description = "还没有写入的可以取消；正在进行的稍后停下，登记簿不变")
  ImportResponse cancel(@PathVariable long id) {
    return imports.cancel(id);
  }

  @Needs(Permission.IMPORT)
  @GetMapping({"/api/imports/{id}/rejected", "/api/imports/{id}/rejected.xlsx"})
  @Operation(summary = "被拒绝的行", description = "还是原来那个文件，只有被拒绝的行，旁边写明代码、原因和建议；改好可以再送来")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> rejected(@PathVariable long id) throws IOException {
    RejectedFile file = imports.rejected(id);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentLength(file.bytes())
        .body(new InputStreamResource(file.in()));
  }

  @Needs(Permission.IMPORT)
  @GetMapping("/api/imports/{id}/undo")
  @Operation(summary = "撤回会怎样", description = "此刻撤回这次导入会撤掉、恢复、留下什么；什么都不改")
  Undone undoPreview(@PathVariable long id) {
    return imports.undoPreview(id);
  }

  @Needs(Permission.IMPORT)
  @PostMapping("/api/imports/{id}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "撤回整个导入", description = "一个事务；以后又改过的不动，并逐一列出")
  ImportResponse undo(@PathVariable long id, @RequestBody UndoRequest request) {
    return imports.undo(id, request.why());
  }
}
