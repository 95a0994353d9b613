package org.shuangshi.intake.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What visits, meters, contracts and files have said of a unit, by what goes on there. */
final class Rounds {
  /**
   * One observation.
   *
   * @param kind VISIT, READING, CONTRACT, FILE
   * @param finding EMPTY (visits alone), LIVED_IN, NO_ANSWER, LIKELY_EMPTY, NOTED
   */
  record Seen(String kind, LocalDate date, String finding, @Nullable String note, String by) {}

  private static final double CONTRADICTED = 0.012;

  private final CityPlan plan;

  Rounds(CityPlan plan) {
    this.plan = plan;
  }

  /**
   * @param visitor who walks this grid
   */
  List<Seen> of(Life life, String visitor, Dice dice) {
    List<Seen> seen = new ArrayList<>();
    switch (life) {
      case OWNERS, TWO_FAMILIES, TENANTS, LODGERS, DORMITORY -> {
        if (dice.chance(0.55)) {
          seen.add(visit("LIVED_IN", days(dice) + 8, visitor, null));
        }
        if (dice.chance(CONTRADICTED)) {
          seen.add(visit("EMPTY", dice.whole(1, 7), visitor, "敲门无人，邻居称已搬走"));
        }
      }
      case BUSINESS -> {
        if (dice.chance(0.35)) {
          seen.add(visit("LIVED_IN", days(dice) + 8, visitor, "正常营业"));
        }
        if (dice.chance(CONTRADICTED)) {
          seen.add(visit("EMPTY", dice.whole(1, 7), visitor, "卷帘门关闭，屋内已搬空"));
        }
      }
      case SEEN_EMPTY -> {
        int days = days(dice);
        seen.add(visit("EMPTY", days, visitor, dice.pick(EMPTY_NOTES)));
        if (dice.chance(0.25)) {
          seen.add(visit("EMPTY", days + dice.whole(60, 300), visitor, null));
        } else if (dice.chance(0.2)) {
          seen.add(visit("LIVED_IN", days + dice.whole(60, 400), visitor, null));
        }
        if (dice.chance(0.3)) {
          seen.add(reading(days + dice.whole(-20, 60), "LIKELY_EMPTY", "连续三个月用水为零"));
        }
      }
      case UNLINKED -> unlinked(visitor, dice, seen);
      case UNVISITED, NONE -> {}
    }
    return seen;
  }

  private static final List<@Nullable String> EMPTY_NOTES =
      List.of("毛坯未装修", "门窗贴有封条，无人居住", "物业确认空置", "业主电话确认空置", "房内无家具", "待出租");

  private void unlinked(String visitor, Dice dice, List<Seen> seen) {
    int days = days(dice);
    switch (dice.weighted(0.34, 0.22, 0.18, 0.10, 0.10, 0.06)) {
      case 0 -> seen.add(visit("LIVED_IN", days, visitor, "有人居住，未提供身份信息"));
      case 1 -> {
        seen.add(visit("NO_ANSWER", days, visitor, "敲门无人应答"));
        if (dice.chance(0.4)) {
          seen.add(visit("NO_ANSWER", days + dice.whole(10, 90), visitor, null));
        }
      }
      case 2 -> seen.add(reading(days, "LIKELY_EMPTY", "半年用电不足 10 度"));
      case 3 -> seen.add(new Seen("CONTRACT", before(days), "NOTED", "房屋租赁备案", "区房管局"));
      case 4 -> seen.add(new Seen("FILE", before(days), "NOTED", "水电开户名单", "供水公司"));
      default -> {
        // empty once, lived in since: the newest visit counts
        seen.add(visit("LIVED_IN", days, visitor, "已有人入住，待登记"));
        seen.add(visit("EMPTY", days + dice.whole(60, 300), visitor, null));
      }
    }
  }

  /** Fresh (under 6 months), ageing (under 12) or stale. */
  private static int days(Dice dice) {
    return switch (dice.weighted(0.46, 0.29, 0.25)) {
      case 0 -> dice.whole(2, 178);
      case 1 -> dice.whole(186, 360);
      default -> dice.whole(370, 900);
    };
  }

  private LocalDate before(int days) {
    return plan.today().minusDays(Math.max(1, days));
  }

  private Seen visit(String finding, int days, String visitor, @Nullable String note) {
    return new Seen("VISIT", before(days), finding, note, visitor);
  }

  private Seen reading(int days, String finding, String note) {
    return new Seen("READING", before(days), finding, note, "供水供电公司");
  }
}
