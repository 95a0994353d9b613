package org.shuangshi.registry.cell;

/** Persons, and by kind. */
public record People(long total, PeopleByKind byKind) {

  public static People of(PeopleByKind kinds) {
    return new People(kinds.total(), kinds);
  }
}
