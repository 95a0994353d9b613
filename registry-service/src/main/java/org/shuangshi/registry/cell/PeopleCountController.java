package org.shuangshi.registry.cell;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.area.WithinRequest;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "people", description = "实有人口和常住户：按网格、区划或任意多边形计数")
class PeopleCountController {
  private final PeopleCountService people;
  private final Days days;

  PeopleCountController(PeopleCountService people, Days days) {
    this.people = people;
    this.days = days;
  }

  @Needs(Permission.REGISTER_READ)
  @PostMapping("/api/people/count")
  @Operation(
      summary = "任意范围内的人数和户数",
      description =
          "无权查看姓名的地方按统计单元计：单元是一个网格，或网格内至少有若干户（设置 cell.least_households）的相邻楼栋；"
              + "只计完全位于范围内的单元，以当月 1 日为准；byCells 说明计了几个单元，outline 是它们的轮廓")
  PeopleCountResponse count(@RequestBody PeopleCountRequest request) {
    WithinRequest within = request.within();
    if (within == null) {
      throw Refusal.field("within", "field.missing", "缺少 within：要查询的范围");
    }
    return people.count(within.area("within"), days.asked(request.asOf(), request.knownAt()));
  }
}
