package org.shuangshi.intake.city;

/** What goes on in a unit, and so what the register can know of it. */
enum Life {
  OWNERS(1),
  /** Two generations that keep house apart. */
  TWO_FAMILIES(2),
  TENANTS(1),
  /** Strangers who share a flat, 群租. */
  LODGERS(0),
  DORMITORY(0),
  BUSINESS(0),
  /** A visit saw that it is empty. */
  SEEN_EMPTY(0),
  /** Something is known of it, but not who lives there. */
  UNLINKED(0),
  /** Nobody has been there. */
  UNVISITED(0),
  /** A garage, a plant room: the question does not arise. */
  NONE(0);

  /** Households that live in such a unit. */
  final int households;

  Life(int households) {
    this.households = households;
  }

  boolean lived() {
    return this == OWNERS || this == TWO_FAMILIES || this == TENANTS || this == LODGERS;
  }
}
