package org.shuangshi.registry.merging;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.edit.Etag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/persons/{id}/merge")
@Tag(name = "merging", description = "重复登记的人合并为一人；If-Match 为被并入者的 etag")
class MergeController {
  private final MergeService merging;
  private final Looks looks;

  MergeController(MergeService merging, Looks looks) {
    this.merging = merging;
    this.looks = looks;
  }

  @Needs(Permission.PEOPLE_WRITE)
  @GetMapping
  @Operation(summary = "合并前看一看", description = "两人不同的字段（遮盖）、同一天的两处主要居所；什么也不写")
  MergePreview preview(@PathVariable long id, @RequestParam long into) {
    MergePreview preview = merging.preview(id, into);
    looks.opened("person", id, "merge");
    looks.opened("person", into, "merge");
    return preview;
  }

  @Needs(Permission.PEOPLE_WRITE)
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "合并",
      description =
          "此人与 into 是同一人，是一次更正：居住关系、租赁等随之归 into，同一户室重叠的居住关系合为一条；两人不同的字段用 choose 选择，同一天的两处主要居所用 mains 指明；此人的记录撤销，编号仍可查到 into")
  void merge(
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
      @RequestBody MergeRequest request) {
    merging.merge(id, Etag.required(seen), request);
  }
}
