package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts households together: who lives with whom, at what age. Weights are set so that all homes
 * together give the pyramid of the 2020 census: under 15 about 17 %, 60 and over about 19 %.
 */
final class Families {
  /**
   * One of a household.
   *
   * @param relation to the head, as files name it
   */
  record Member(int age, boolean male, String relation) {}

  private Families() {}

  static List<Member> owners(Dice dice, boolean country) {
    int form =
        country
            ? dice.weighted(0.03, 0.06, 0.11, 0.03, 0.23, 0.15, 0.12, 0.16, 0.03, 0.08)
            : dice.weighted(0.06, 0.04, 0.11, 0.08, 0.26, 0.23, 0.08, 0.13, 0.04, 0.01);
    return switch (form) {
      case 0 -> single(dice, 23, 38);
      case 1 -> single(dice, 38, 61);
      case 2 -> single(dice, 61, 90);
      case 3 -> couple(dice, dice.whole(24, 40));
      case 4 -> couple(dice, dice.whole(54, 85));
      case 5 -> withChildren(dice, dice.whole(27, 54), 1);
      case 6 -> withChildren(dice, dice.whole(29, 47), country && dice.chance(0.3) ? 3 : 2);
      case 7 -> threeGenerations(dice);
      case 8 -> loneParent(dice);
      default -> grandparents(dice);
    };
  }

  static List<Member> tenants(Dice dice) {
    return switch (dice.weighted(0.34, 0.22, 0.28, 0.09, 0.07)) {
      case 0 -> single(dice, 19, 47);
      case 1 -> couple(dice, dice.whole(21, 46));
      case 2 -> withChildren(dice, dice.whole(25, 45), 1);
      case 3 -> withChildren(dice, dice.whole(27, 43), 2);
      default -> {
        List<Member> friends = single(dice, 20, 34);
        friends.add(new Member(dice.whole(20, 34), friends.get(0).male(), "OTHER"));
        yield friends;
      }
    };
  }

  private static List<Member> single(Dice dice, int youngest, int oldest) {
    int age = dice.whole(youngest, oldest);
    // Women outlive men.
    boolean male = dice.chance(age > 65 ? 0.36 : 0.56);
    List<Member> members = new ArrayList<>();
    members.add(new Member(age, male, "HEAD"));
    return members;
  }

  private static List<Member> couple(Dice dice, int age) {
    List<Member> members = new ArrayList<>();
    boolean headMale = dice.chance(0.78);
    members.add(new Member(age, headMale, "HEAD"));
    int gap = (int) Math.round(dice.bell() * 4 + (headMale ? -2 : 2));
    members.add(new Member(Math.max(21, age + gap), !headMale, "SPOUSE"));
    return members;
  }

  private static List<Member> withChildren(Dice dice, int age, int children) {
    List<Member> members = couple(dice, age);
    int youngerParent = Math.min(age, members.get(1).age());
    int oldest = Math.min(dice.whole(0, 24), youngerParent - dice.whole(21, 27));
    for (int i = 0; i < children; i++) {
      int child = oldest - i * dice.whole(2, 5);
      if (child >= 0) {
        // More boys than girls are born.
        members.add(new Member(child, dice.chance(0.525), "CHILD"));
      }
    }
    if (members.size() == 2 && oldest < 0) {
      members.add(new Member(0, dice.chance(0.525), "CHILD"));
    }
    return members;
  }

  private static List<Member> threeGenerations(Dice dice) {
    List<Member> members = withChildren(dice, dice.whole(28, 48), dice.chance(0.3) ? 2 : 1);
    int parent = members.get(0).age() + dice.whole(22, 30);
    boolean both = parent < 74 && dice.chance(0.55);
    if (both) {
      members.add(new Member(parent, true, "PARENT"));
      members.add(new Member(parent - dice.whole(0, 4), false, "PARENT"));
    } else {
      members.add(new Member(parent, dice.chance(0.3), "PARENT"));
    }
    return members;
  }

  private static List<Member> loneParent(Dice dice) {
    int age = dice.whole(29, 54);
    List<Member> members = new ArrayList<>();
    members.add(new Member(age, dice.chance(0.25), "HEAD"));
    members.add(new Member(Math.max(0, age - dice.whole(22, 32)), dice.chance(0.52), "CHILD"));
    return members;
  }

  /** The parents work elsewhere. */
  private static List<Member> grandparents(Dice dice) {
    List<Member> members = couple(dice, dice.whole(53, 73));
    int children = dice.weighted(6, 3) + 1;
    for (int i = 0; i < children; i++) {
      members.add(new Member(dice.whole(1, 15), dice.chance(0.53), "GRANDCHILD"));
    }
    return members;
  }
}
