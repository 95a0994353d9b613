package org.shuangshi.registry.code;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "codes", description = "区划和网格代码")
class CodeController {
  private final CodeService codes;
  private final Days days;

  CodeController(CodeService codes, Days days) {
    this.codes = codes;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @GetMapping("/api/codes/{code}")
  @Operation(summary = "代码指谁", description = "那天的持有者；那天无人持有则为最后的持有者，supersededBy 为现在代替它的区划或网格")
  CodeHolder holder(
      @PathVariable String code, @RequestParam(required = false) @Nullable LocalDate asOf) {
    return codes.holder(code, days.asked(asOf));
  }
}
