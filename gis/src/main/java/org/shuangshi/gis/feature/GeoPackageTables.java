package org.shuangshi.gis.feature;

import java.util.List;

/**
 * The statements that make a GeoPackage 1.3 and its spatial index, word for word as standardised.
 */
final class GeoPackageTables {

  /** "GPKG" in ASCII. */
  static final int APPLICATION_ID = 0x47504B47;

  /** 1.3: programs of a few years ago warn of 1.4, which brings vector layers nothing. */
  static final int VERSION = 10300;

  /** Annex C of the standard, table definition SQL. */
  static final List<String> BASE =
      List.of(
          """
          CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL,
            srs_id INTEGER PRIMARY KEY,
            organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL,
            definition TEXT NOT NULL,
            description TEXT
          )""",
          """
          CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY,
            data_type TEXT NOT NULL,
            identifier TEXT UNIQUE,
            description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE,
            min_y DOUBLE,
            max_x DOUBLE,
            max_y DOUBLE,
            srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
          )""",
          """
          CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL,
            column_name TEXT NOT NULL,
            geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL,
            z TINYINT NOT NULL,
            m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
          )""",
          """
          CREATE TABLE gpkg_extensions (
            table_name TEXT,
            column_name TEXT,
            extension_name TEXT NOT NULL,
            definition TEXT NOT NULL,
            scope TEXT NOT NULL,
            CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
          )""",
          """
          INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined',
             'undefined Cartesian coordinate reference system'),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',
             'undefined geographic coordinate reference system')""");

  /** Annex F.3 of the standard; the triggers keep the index when other programs edit the rows. */
  private static final List<String> RTREE_TRIGGERS =
      List.of(
          """
          CREATE TRIGGER "rtree_<t>_<c>_insert" AFTER INSERT ON "<t>"
            WHEN (NEW."<c>" NOT NULL AND NOT ST_IsEmpty(NEW."<c>"))
          BEGIN
            INSERT OR REPLACE INTO "rtree_<t>_<c>" VALUES (
              NEW."<i>",
              ST_MinX(NEW."<c>"), ST_MaxX(NEW."<c>"),
              ST_MinY(NEW."<c>"), ST_MaxY(NEW."<c>")
            );
          END""",
          """
          CREATE TRIGGER "rtree_<t>_<c>_update1" AFTER UPDATE OF "<c>" ON "<t>"
            WHEN OLD."<i>" = NEW."<i>" AND
                 (NEW."<c>" NOTNULL AND NOT ST_IsEmpty(NEW."<c>"))
          BEGIN
            INSERT OR REPLACE INTO "rtree_<t>_<c>" VALUES (
              NEW."<i>",
              ST_MinX(NEW."<c>"), ST_MaxX(NEW."<c>"),
              ST_MinY(NEW."<c>"), ST_MaxY(NEW."<c>")
            );
          END""",
          """
          CREATE TRIGGER "rtree_<t>_<c>_update2" AFTER UPDATE OF "<c>" ON "<t>"
            WHEN OLD."<i>" = NEW."<i>" AND
                 (NEW."<c>" ISNULL OR ST_IsEmpty(NEW."<c>"))
          BEGIN
            DELETE FROM "rtree_<t>_<c>" WHERE id = OLD."<i>";
          END""",
          """
          CREATE TRIGGER "rtree_<t>_<c>_update3" AFTER UPDATE ON "<t>"
            WHEN OLD."<i>" != NEW."<i>" AND
                 (NEW."<c>" NOTNULL AND NOT ST_IsEmpty(NEW."<c>"))
          BEGIN
            DELETE FROM "rtree_<t>_<c>" WHERE id = OLD."<i>";
            INSERT OR REPLACE INTO "rtree_<t>_<c>" VALUES (
              NEW."<i>",
              ST_MinX(NEW."<c>"), ST_MaxX(NEW."<c>"),
              ST_MinY(NEW."<c>"), ST_MaxY(NEW."<c>")
            );
          END""",
          """
          CREATE TRIGGER "rtree_<t>_<c>_update4" AFTER UPDATE ON "<t>"
            WHEN OLD."<i>" != NEW."<i>" AND
                 (NEW."<c>" ISNULL OR ST_IsEmpty(NEW."<c>"))
          BEGIN
            DELETE FROM "rtree_<t>_<c>" WHERE id IN (OLD."<i>", NEW."<i>");
          END""",
          """
          CREATE TRIGGER "rtree_<t>_<c>_delete" AFTER DELETE ON "<t>"
            WHEN OLD."<c>" NOT NULL
          BEGIN
            DELETE FROM "rtree_<t>_<c>" WHERE id = OLD."<i>";
          END""");

  private GeoPackageTables() {}

  static List<String> rtreeTriggers(String table, String geometry, String key) {
    return RTREE_TRIGGERS.stream()
        .map(
            trigger ->
                trigger
                    .replace("<t>", table.replace("\"", "\"\""))
                    .replace("<c>", geometry)
                    .replace("<i>", key))
        .toList();
  }
}
