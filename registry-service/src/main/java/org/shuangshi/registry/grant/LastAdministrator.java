package org.shuangshi.registry.grant;

import org.shuangshi.registry.refusal.Refusal;
import org.shuangshi.registry.request.Days;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps somebody there who can administer accounts: nobody locks everybody out.
 *
 * <pre>{@code last.keep(() -> accounts.disable(id))}</pre>
 */
@Component
public class LastAdministrator {
  private final GrantRepository grants;
  private final Days days;

  LastAdministrator(GrantRepository grants, Days days) {
    this.grants = grants;
    this.days = days;
  }

  /** Does what may take an administrator away, unless it is the last one; in a transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Runnable deed) {
    // two at once would each see the other's administrator
    grants.alone();
    deed.run();
    if (grants.administrators(days.today()) == 0) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT, "administrator.last", "这样就没有人能管理账号了：请先把系统管理员的角色授予另一个账号");
    }
  }
}
