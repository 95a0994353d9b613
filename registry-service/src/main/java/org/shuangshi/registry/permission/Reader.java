package org.shuangshi.registry.permission;

import org.jspecify.annotations.Nullable;
import org.shuangshi.registry.database.OfAccount;
import org.shuangshi.registry.refusal.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who asks. Its rights are those of this moment: they are looked up for every request.
 *
 * <pre>{@code Reader.current().require(Permission.PEOPLE_READ)}</pre>
 *
 * @param account id of the account
 * @param name what change records and the log call it
 * @param obstacle what keeps it from using its rights as yet
 * @param address network address the request came from
 */
public record Reader(
    long account,
    String name,
    String displayName,
    boolean demo,
    Obstacle obstacle,
    String address,
    Rights rights)
    implements OfAccount {

  /** What has to be done first. */
  public enum Obstacle {
    NOTHING,
    /** The password was set by somebody else. */
    PASSWORD,
    /** The rights ask for a second factor and none is set up. */
    ENROLMENT,
    /** The second factor was not given yet. */
    SECOND_FACTOR
  }

  /** Who asks now; refused where nobody is signed in. */
  public static Reader current() {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null && signedIn.getPrincipal() instanceof Reader reader) {
      return reader;
    }
    throw Refusal.of(Refusal.Kind.SIGNED_OUT, "session.missing", "请先登录");
  }

  public boolean may(Permission permission) {
    return obstacle == Obstacle.NOTHING && rights.include(permission);
  }

  /** Goes on where it may do this at least somewhere. */
  public void require(Permission permission) {
    requireReady();
    if (!rights.include(permission)) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "permission.missing", "没有这项权限：" + permission.label());
    }
  }

  /** Goes on where nothing has to be done first. */
  public void requireReady() {
    switch (obstacle) {
      case NOTHING -> {}
      case PASSWORD ->
          throw Refusal.of(Refusal.Kind.FORBIDDEN, "password.passing", "密码由他人设置，请先改成自己的密码");
      case ENROLMENT ->
          throw Refusal.of(
              Refusal.Kind.FORBIDDEN, "second-factor.not-set-up", "所任角色要求两步验证，请先绑定验证器");
      case SECOND_FACTOR ->
          throw Refusal.of(Refusal.Kind.FORBIDDEN, "second-factor.missing", "请先输入验证器上的验证码");
    }
  }

  public Areas areas(Permission permission) {
    return may(permission) ? rights.areas(permission) : Areas.NOWHERE;
  }

  /** Where it sees a field of people, at least masked. */
  public Areas areas(PersonField field) {
    return obstacle == Obstacle.NOTHING ? rights.areas(field) : Areas.NOWHERE;
  }

  /**
   * How much it may see of a field of somebody who lives there.
   *
   * @param community id of the community; null: in none
   * @param grid id of the grid; null: in none
   */
  public Sight sight(PersonField field, @Nullable Long community, @Nullable Long grid) {
    return obstacle == Obstacle.NOTHING ? rights.sight(field, community, grid) : Sight.NONE;
  }

  /** How much it may see of a field of anybody at all. */
  public Sight sight(PersonField field) {
    return obstacle == Obstacle.NOTHING ? rights.sight(field) : Sight.NONE;
  }
}
