package org.shuangshi.registry.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "imports", description = "导入：送来文件，检查，看过再写入；全部是一个事务")
class CoordinateController {
  private final ImportService imports;

  CoordinateController(ImportService imports) {
    this.imports = imports;
  }

  @Needs(Permission.IMPORT)
  @GetMapping("/api/imports/{id}/coordinates")
  @Operation(summary = "一次导入的坐标", description = "怎样读取、为什么、误差多少、还有哪些读法；若干处改正前后的位置")
  CoordinatesResponse coordinates(@PathVariable long id) {
    return imports.coordinates(id);
  }

  @Needs(Permission.IMPORT)
  @PostMapping("/api/imports/{id}/coordinates")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "改用另一种读法", description = "文件按所说的坐标系、控制点或四参数重新检查；登记簿不变")
  ImportResponse chooseCoordinates(@PathVariable long id, @RequestBody StatedCoordinates stated) {
    return imports.choose(id, stated);
  }
}
