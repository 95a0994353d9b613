package org.shuangshi.registry.grant;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.PersonField;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.permission.Sight;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Roles: those that come with the product stay, one's own are made and changed. */
@Service
class RoleService {
  private static final int LONGEST_LABEL = 64;

  private final RoleRepository roles;
  private final LastAdministrator last;
  private final EventLog log;
  private final Days days;

  RoleService(RoleRepository roles, LastAdministrator last, EventLog log, Days days) {
    this.roles = roles;
    this.last = last;
    this.log = log;
    this.days = days;
  }

  List<RoleResponse> list() {
    return roles.list(days.today());
  }

  @Transactional
  public RoleResponse make(RoleRequest asked) {
    wholeCity();
    String label = label(asked.label());
    long id = roles.make(label);
    roles.set(id, label, permissions(asked), sights(asked));
    RoleResponse made = get(id);
    record("role.made", made);
    return made;
  }

  /** Takes effect at the next request of everybody who has the role. */
  @Transactional
  public RoleResponse change(long id, RoleRequest asked) {
    wholeCity();
    RoleResponse before = own(id);
    if (Reader.current().rights().roles().stream()
        .anyMatch(held -> held.name().equals(before.name()))) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "role.own", "不能改自己正有的角色，请由另一位管理员来做");
    }
    last.keep(() -> roles.set(id, label(asked.label()), permissions(asked), sights(asked)));
    RoleResponse after = get(id);
    record("role.changed", after);
    return after;
  }

  @Transactional
  public void remove(long id) {
    wholeCity();
    RoleResponse role = own(id);
    try {
      roles.remove(id);
    } catch (DataIntegrityViolationException e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "role.used", "这个角色授予过账号，留作记录，不能删除");
    }
    log.record(Event.of("role.removed", "role:" + role.name()));
  }

  private void record(String what, RoleResponse role) {
    log.record(
        Event.of(what, "role:" + role.name())
            .with("permissions", role.permissions().toString())
            .with("sights", role.sights().toString()));
  }

  private RoleResponse get(long id) {
    return roles.list(days.today()).stream()
        .filter(role -> role.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.unknown("role.unknown", "没有这个角色"));
  }

  private RoleResponse own(long id) {
    RoleResponse role = get(id);
    if (role.builtIn()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "role.built-in", "自带的角色不能改，可以新建一个");
    }
    return role;
  }

  private static void wholeCity() {
    if (!Reader.current().areas(Permission.ACCOUNT_MANAGE).wholeCity()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", "角色由全市的管理员管理");
    }
  }

  private static String label(@Nullable String asked) {
    if (asked == null || asked.isBlank() || asked.strip().length() > LONGEST_LABEL) {
      throw Refusal.field("label", "role.label", "请写明角色的名称，最多 " + LONGEST_LABEL + " 个字");
    }
    return asked.strip();
  }

  private static Set<Permission> permissions(RoleRequest asked) {
    if (asked.permissions() == null || asked.permissions().isEmpty()) {
      throw Refusal.field("permissions", "field.missing", "角色至少要有一项权限");
    }
    return EnumSet.copyOf(asked.permissions());
  }

  private static Map<PersonField, Sight> sights(RoleRequest asked) {
    return asked.sights() == null ? Map.of() : asked.sights();
  }
}
