package org.shuangshi.registry.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "privacy", description = "个人字段平时遮盖；说明事由、记入日志之后给出全文")
class RevealController {
  private final RevealService reveals;
  private final Days days;

  RevealController(RevealService reveals, Days days) {
    this.reveals = reveals;
    this.days = days;
  }

  @Needs(Permission.PEOPLE_REVEAL)
  @PostMapping("/api/persons/{id}/reveal")
  @Operation(
      summary = "查看完整的个人字段",
      description = "fields 为字段名，why 为事由（必填）。先记日志：何人、何时、为何、看了谁的哪些字段，不记内容；记不下就不给")
  ResponseEntity<Revealed> reveal(@PathVariable long id, @RequestBody RevealRequest request) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(reveals.reveal(id, request, days.asked(request.asOf())));
  }
}
