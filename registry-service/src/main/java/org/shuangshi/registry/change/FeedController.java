package org.shuangshi.registry.change;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Looks;
import org.shuangshi.registry.permission.Needs;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.request.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "changes", description = "变更流：已提交的变更按生效次序排列，足以从零重建一份副本")
class FeedController {
  private final FeedService feed;
  private final Looks looks;

  FeedController(FeedService feed, Looks looks) {
    this.feed = feed;
    this.looks = looks;
  }

  @Needs(Permission.CHANGE_FEED)
  @GetMapping("/api/changes")
  @Operation(
      summary = "变更流",
      description =
          "after 为上次读到的 seq 或 next；limit 按行计，大的变更分页给出，complete=false 表示未完；next 为 null 表示已到末尾，以后用最后的"
              + " seq 接着读。within 为区划代码，只给出该区划内的记录：当天未终止的行；seq 只增不必连续，移入的记录随同全部给出，移出的列在 left；erased"
              + " 为依法删除个人信息的记录，人人都给，须从所有行中抹去；道路、区划和底图要素人人都有")
  Page<FeedItem> read(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String within,
      @RequestParam(defaultValue = Page.USUAL_LIMIT) int limit) {
    Page<FeedItem> page = feed.read(after, within, limit);
    if (!page.items().isEmpty()) { // whoever keeps a copy asks every few seconds
      looks.counted(
          "changes.read",
          within == null ? "city" : "region:" + within,
          page.items().stream().mapToInt(FeedItem::size).sum());
    }
    return page;
  }
}
