package org.shuangshi.registry.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;

/**
 * A plan without its document.
 *
 * @param basedOn day whose grids it was begun from
 * @param base JSON: by id of a grid the version it was begun from
 * @param communities ids of all whose grids it holds
 * @param sharedWith names of accounts
 */
record Plan(
    long id,
    String name,
    PlanState state,
    int revision,
    LocalDate basedOn,
    String base,
    PlanWho owner,
    OffsetDateTime madeAt,
    PlanWho savedBy,
    OffsetDateTime savedAt,
    @Nullable LocalDate validFrom,
    @Nullable Long change,
    @Nullable Long undo,
    List<Long> communities,
    List<String> sharedWith) {

  /** An account, and what its holder is called. */
  record PlanWho(String account, String name) {}

  String etag() {
    return "\"" + id + "-" + revision + "\"";
  }

  boolean isOwn() {
    return owner.account().equals(Reader.current().name());
  }

  private boolean isDrawnInBy(String account) {
    return owner.account().equals(account) || sharedWith.contains(account);
  }

  /** Whether who asks may draw in it now. */
  boolean isWritable() {
    return state == PlanState.DRAFT
        && isDrawnInBy(Reader.current().name())
        && covers(Permission.GRID_PLAN);
  }

  private boolean covers(Permission permission) {
    return communities.stream()
        .allMatch(each -> Reader.current().areas(permission).cover(each, null));
  }

  /** Goes on where who asks has that right in all its communities. */
  Plan require(Permission permission) {
    if (!covers(permission)) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "area.outside", "方案涉及的社区不全在你有权“" + permission.label() + "”的辖区内");
    }
    return this;
  }

  /** Goes on where who asks draws in it. */
  Plan requireDrawnIn() {
    require(Permission.GRID_PLAN);
    if (!isDrawnInBy(Reader.current().name())) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "plan.not-yours", "这是" + owner.name() + "的方案，没有与你共享；可以查看和评论，不能改");
    }
    return this;
  }

  Plan requireOwn() {
    require(Permission.GRID_PLAN);
    if (!isOwn()) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "plan.not-yours", "这是" + owner.name() + "的方案，只有本人可以这样做");
    }
    return this;
  }

  Plan requireState(PlanState... some) {
    if (!List.of(some).contains(state)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "plan.state", "方案现在是“" + state.label() + "”，不能这样做");
    }
    return this;
  }

  /** Goes on where it is the revision that was seen. */
  Plan requireSeen(String seen) {
    if (!etag().equals(seen)) {
      throw Refusal.of(
          Refusal.Kind.OVERTAKEN,
          "plan.saved-meanwhile",
          savedBy.name() + "在 " + savedAt + " 保存了第 " + revision + " 版；请先取回再改");
    }
    return this;
  }
}
