package org.shuangshi.registry.lifecycle;

import java.sql.SQLException;
import java.time.LocalDate;
import org.shuangshi.intake.fact.Version;
import org.shuangshi.registry.edit.Edit;
import org.shuangshi.registry.edit.ThingKind;
import org.shuangshi.registry.refusal.Refusal;

/** Only what stands can be demolished, merged or split. */
final class Standing {

  private Standing() {}

  /** The building as it is on the day. */
  static Version require(Edit edit, long id, LocalDate day) throws SQLException {
    Version building = edit.on(ThingKind.BUILDING, id, day);
    if (!"STANDING".equals(building.value("status"))) {
      throw Refusal.of(
          Refusal.Kind.CONFLICT, "building.not-standing", "编号 " + id + " 的楼栋在 " + day + " 并非在用");
    }
    return building;
  }
}
