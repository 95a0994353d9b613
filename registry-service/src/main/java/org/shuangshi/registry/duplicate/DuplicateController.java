package org.shuangshi.registry.duplicate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.area.Area;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Days;
import org.shuangshi.registry.request.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "duplicates", description = "疑似重复登记的人：证件相同，或姓名、出生日期相同且地址相近；个人字段遮盖")
class DuplicateController {
  private final DuplicateService duplicates;
  private final Looks looks;
  private final Days days;

  DuplicateController(DuplicateService duplicates, Looks looks, Days days) {
    this.duplicates = duplicates;
    this.looks = looks;
    this.days = days;
  }

  @Needs(Permission.PEOPLE_READ)
  @PostMapping("/api/duplicates/search")
  @Operation(summary = "疑似重复的人", description = "成对列出，附理由；within 不给则为全部。一页可能不满甚至为空，next 不为空就还有")
  Page<DuplicatePair> search(@RequestBody DuplicateRequest.Search request) {
    Area area = request.within() == null ? new Area.Everywhere() : request.within().area("within");
    return looks.listed(
        "person.listed",
        area.target(),
        duplicates.list(
            area,
            days.asked(request.asOf()),
            request.limit() == null ? Page.USUAL : request.limit(),
            request.after()));
  }

  @Needs(Permission.PEOPLE_READ)
  @PostMapping("/api/duplicates/check")
  @Operation(summary = "可能已登记的人", description = "填写时核对：给出已填的字段，还不知道的不给")
  Page<Lookalike> check(@RequestBody DuplicateRequest.Check request) {
    return looks.listed(
        "person.searched",
        "person:described",
        new Page<>(duplicates.check(request, days.today()), null));
  }

  @Needs(Permission.PEOPLE_READ)
  @GetMapping("/api/persons/{id}/duplicates")
  @Operation(summary = "可能与此人是同一人的人", description = "证件相同，或姓名、出生日期相同且地址相近")
  Page<Lookalike> twins(@PathVariable long id) {
    return looks.listed(
        "person.searched", "person:" + id, new Page<>(duplicates.twins(id, days.today()), null));
  }
}
