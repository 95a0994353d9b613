package org.shuangshi.registry.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "search", description = "搜索：地址、楼栋、小区、网格、区划")
class SearchController {
  private final SearchService search;

  SearchController(SearchService search) {
    this.search = search;
  }

  /** A POST, so that what was typed lands in no URL and no log. */
  @Needs(Permission.REGISTER_READ)
  @PostMapping("/api/search")
  @Operation(summary = "搜索", description = "以空格分开的词都要出现")
  SearchResponse search(@RequestBody SearchRequest request) {
    return search.search(request);
  }
}
