package org.shuangshi.registry.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.audit.Event;
import org.shuangshi.registry.audit.EventLog;
import org.shuangshi.registry.grant.GrantRepository.Place;
import org.shuangshi.registry.permission.Areas;
import org.shuangshi.registry.permission.Permission;
import org.shuangshi.registry.permission.Reader;
import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which role where and when. Who administers an area grants inside it alone. */
@Service
public class GrantService {
  private final GrantRepository grants;
  private final RoleRepository roles;
  private final LastAdministrator last;
  private final EventLog log;
  private final Days days;

  GrantService(
      GrantRepository grants,
      RoleRepository roles,
      LastAdministrator last,
      EventLog log,
      Days days) {
    this.grants = grants;
    this.roles = roles;
    this.last = last;
    this.log = log;
    this.days = days;
  }

  /** Grants of an account: those that hold, will, or did. */
  public List<Grant> ofAccount(long account) {
    return grants.ofAccount(account, days.today());
  }

  @Transactional
  public List<Grant> make(long account, GrantRequest asked) {
    Reader reader = Reader.current();
    if (account == reader.account()) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "grant.self", "不能给自己授权，请由另一位管理员来做");
    }
    String role = required("role", asked.role());
    long roleId =
        roles.findId(role).orElseThrow(() -> Refusal.field("role", "role.unknown", "没有角色 " + role));
    LocalDate today = days.today();
    Place place = place(asked, today);
    within(reader, place, today);
    LocalDate from = asked.from() == null ? today : asked.from();
    if (from.isBefore(today)) {
      throw Refusal.field("from", "grant.past", "授权最早从今天起");
    }
    if (asked.to() != null && !from.isBefore(asked.to())) {
      throw Refusal.field("to", "period.empty", "止日应晚于起日");
    }
    Long standInFor = asked.standInFor() == null ? null : account(asked.standInFor());
    if (standInFor != null && standInFor == account) {
      throw Refusal.field("standInFor", "grant.stand-in", "不能代自己的岗");
    }
    try {
      long id = grants.make(account, roleId, place, from, asked.to(), standInFor, reader.name());
      log.record(
          Event.ofAccount("grant.made", account)
              .with("grant", Long.toString(id))
              .with("role", role)
              .with("area", words(asked))
              .with("days", from + "/" + Objects.toString(asked.to(), "")));
    } catch (DataIntegrityViolationException e) {
      throw refused(e);
    }
    return ofAccount(account);
  }

  private static Refusal refused(DataIntegrityViolationException e) {
    String message = String.valueOf(e.getMostSpecificCause().getMessage());
    if (message.contains("role_grant_account_fk")) {
      return Refusal.unknown("account.unknown", "没有这个账号");
    }
    if (message.contains("role_grant_no_double")) {
      return Refusal.of(Refusal.Kind.CONFLICT, "grant.double", "这些日子在这个范围已经有这个角色");
    }
    throw e;
  }

  /** Takes a grant back: from this moment on it does not hold. */
  @Transactional
  public List<Grant> end(long account, long id) {
    LocalDate today = days.today();
    Place place =
        grants
            .findPlace(account, id)
            .orElseThrow(() -> Refusal.unknown("grant.unknown", "没有这个授权，或已经收回"));
    within(Reader.current(), place, today);
    last.keep(() -> grants.end(id, today));
    log.record(Event.ofAccount("grant.ended", account).with("grant", Long.toString(id)));
    return ofAccount(account);
  }

  private Place place(GrantRequest asked, LocalDate today) {
    if (asked.region() != null && asked.grid() != null) {
      throw Refusal.field("grid", "grant.one-area", "区划和网格只能给一个");
    }
    if (asked.region() != null) {
      return grants
          .findRegion(asked.region(), today)
          .orElseThrow(() -> Refusal.field("region", "region.unknown", "没有区划 " + asked.region()));
    }
    if (asked.grid() != null) {
      return grants
          .findGrid(asked.grid(), today)
          .orElseThrow(() -> Refusal.field("grid", "grid.unknown", "没有网格 " + asked.grid()));
    }
    return Place.CITY;
  }

  private void within(Reader reader, Place place, LocalDate today) {
    Areas own = reader.areas(Permission.ACCOUNT_MANAGE);
    boolean inside =
        own.wholeCity()
            || (place.grid() != null && own.cover(place.community(), place.grid()))
            || (place.region() != null && !grants.reachesOutside(place.region(), own, today));
    if (!inside) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "area.outside", "这个范围不在您管理的范围之内");
    }
  }

  private long account(String name) {
    return grants
        .findAccount(name)
        .orElseThrow(() -> Refusal.field("standInFor", "account.unknown", "没有账号 " + name));
  }

  private static String words(GrantRequest asked) {
    return asked.region() != null
        ? "region:" + asked.region()
        : asked.grid() != null ? "grid:" + asked.grid() : "city";
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Refusal.field(field, "field.missing", "缺少 " + field);
    }
    return value;
  }
}
