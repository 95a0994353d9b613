package org.shuangshi.registry.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/erasures")
@Tag(name = "erasures", description = "依法删除个人信息：一人申请，另一人确认；结构、日期和统计数不变")
class ErasureController {
  private final ErasureService erasures;
  private final Looks looks;

  ErasureController(ErasureService erasures, Looks looks) {
    this.erasures = erasures;
    this.looks = looks;
  }

  @Needs(Permission.ERASE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "申请删除", description = "basis：REQUEST 本人要求，RETENTION 保存期满；why 为事由。由另一人确认后才删除")
  Erasure ask(@RequestBody ErasureRequest request) {
    return erasures.ask(request);
  }

  @Needs(Permission.ERASE)
  @GetMapping
  @Operation(summary = "删除申请", description = "最近的在前；open=true 只看待确认的，person 只看一个人的")
  Page<Erasure> list(
      @RequestParam(required = false) @Nullable Long person,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit) {
    Page<Erasure> page = erasures.list(person, open, after, limit);
    return page.items().isEmpty() ? page : looks.listed("erasure.listed", "erasures", page);
  }

  @Needs(Permission.ERASE)
  @PostMapping("/{id}/confirm")
  @Operation(summary = "确认并删除", description = "不能撤回：此人（及认定为同一人的）的姓名、证件、电话、住址文字等从所有版本中抹去。申请人自己不能确认")
  Erasure confirm(@PathVariable long id) {
    return erasures.confirm(id);
  }

  @Needs(Permission.ERASE)
  @PostMapping("/{id}/refuse")
  @Operation(summary = "不同意，或申请人撤回", description = "why 为理由；什么也不删除")
  Erasure refuse(@PathVariable long id, @RequestBody RefuseRequest request) {
    return erasures.refuse(id, request);
  }
}
