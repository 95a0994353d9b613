package org.shuangshi.registry.info;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.permission.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "info", description = "登记库的名称、范围、规模与设置")
class InfoController {
  private final InfoService info;

  InfoController(InfoService info) {
    this.info = info;
  }

  @SignedIn
  @GetMapping("/api/info")
  @Operation(summary = "登记库概况")
  InfoResponse get() {
    return info.get();
  }
}
