package org.shuangshi.registry.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "import-columns", description = "导入文件的列：各是什么字段，词是什么意思，按来源记住")
class ColumnsController {
  private final ColumnsService columns;

  ColumnsController(ColumnsService columns) {
    this.columns = columns;
  }

  @Needs(Permission.IMPORT)
  @GetMapping("/api/imports/{id}/columns")
  @Operation(summary = "文件的列", description = "各列的样例和所当作的字段；可换一种编码或图层来看。人员的值只显示样子：字代表汉字，9 代表数字")
  ColumnsResponse look(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String encoding,
      @RequestParam(required = false) @Nullable String layer)
      throws IOException {
    return columns.look(id, encoding, layer);
  }

  @Needs(Permission.IMPORT)
  @PutMapping("/api/imports/{id}/columns")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "选定各列", description = "按所选的再检查一遍；写入后记作这个来源的映射，下次照用")
  ImportResponse choose(@PathVariable long id, @RequestBody ColumnsRequest request) {
    return columns.choose(id, request);
  }

  @Needs(Permission.IMPORT)
  @PostMapping("/api/imports/{id}/profile/remove")
  @Operation(summary = "不再用这个来源的映射", description = "以后的文件重新去找各列；这次导入不变")
  ImportResponse forget(@PathVariable long id) {
    return columns.forget(id);
  }
}
