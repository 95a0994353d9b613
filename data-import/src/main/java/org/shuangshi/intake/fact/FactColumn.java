package org.shuangshi.intake.fact;

/**
 * An attribute column of a fact table.
 *
 * @param type as the catalog writes it: {@code geometry(MultiPolygon,4490)}
 * @param derived whether the register works it out (a community link): written along, but no
 *     difference in it makes a new version
 */
public record FactColumn(String name, String type, boolean derived) {

  String quoted() {
    return FactSql.quoted(name);
  }
}
