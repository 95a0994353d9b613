package org.shuangshi.registry.finding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "finding", description = "按证件号码、末四位，或姓名和出生日期找人；个人字段遮盖")
class FindController {
  private final FindService people;
  private final Days days;

  FindController(FindService people, Days days) {
    this.people = people;
    this.days = days;
  }

  /** A POST, so that what was typed lands in no URL and no log. */
  @Needs(Permission.PEOPLE_READ)
  @PostMapping("/api/persons/search")
  @Operation(
      summary = "找人",
      description =
          "给 documentNumber（可加 documentType），或 documentTail（末四位，可加 name、birthDate），或 name 和 birthDate；"
              + "给了的都要符合。只找本人权限范围内、能看到所用字段的人；找到了谁记入日志")
  FoundResponse search(@RequestBody FindRequest request) {
    return people.find(request, days.today());
  }
}
