package org.shuangshi.intake.city;

import java.util.ArrayList;
import java.util.List;

/** 小区/院落: a named piece of ground behind one gate. */
final class Compound {
  final int index;
  final String name;
  final List<String> aliases;
  final Use use;
  final List<Cell> cells = new ArrayList<>();
  final List<Building> buildings = new ArrayList<>();

  /** Year its first buildings were finished. */
  final int year;

  int road = -1;
  int door;

  Compound(int index, String name, List<String> aliases, Use use, int year) {
    this.index = index;
    this.name = name;
    this.aliases = aliases;
    this.use = use;
    this.year = year;
  }
}
