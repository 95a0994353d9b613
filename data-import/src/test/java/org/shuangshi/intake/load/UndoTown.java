package org.shuangshi.intake.load;

import static org.shuangshi.intake.load.Imports.feature;
import static org.shuangshi.intake.load.Imports.square;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shuangshi.intake.load.ImportRequest.SourceFile;

/**
 * A town of one district with everything in it, and a second batch that alters something of all.
 */
final class UndoTown {

  private final Imports imports;

  UndoTown(Imports imports) {
    this.imports = imports;
  }

  /** Two communities, a grid in each. */
  List<SourceFile> ground() {
    return List.of(
        geojson(
            Kind.REGIONS,
            square("\"id\":\"R1\",\"code\":\"330199\",\"name\":\"澄湖区\"", 120, 30, 0.1),
            square("\"id\":\"R2\",\"code\":\"330199001\",\"name\":\"中山街道\"", 120, 30, 0.1),
            square("\"id\":\"R3\",\"code\":\"330199001001\",\"name\":\"东社区\"", 120, 30, 0.05),
            square("\"id\":\"R4\",\"code\":\"330199001002\",\"name\":\"西社区\"", 120.05, 30, 0.05)),
        geojson(
            Kind.GRIDS,
            square("\"id\":\"G1\",\"code\":\"330199001001001\",\"name\":\"一\"", 120, 30, 0.05),
            square("\"id\":\"G2\",\"code\":\"330199001002001\",\"name\":\"二\"", 120.05, 30, 0.05)));
  }

  List<SourceFile> first() {
    return List.of(
        geojson(
            Kind.ROADS,
            feature(
                "\"id\":\"W1\",\"name\":\"解放路\"", "LineString", "[[120.01,30.02],[120.06,30.02]]")),
        geojson(Kind.ESTATES, square("\"id\":\"S1\",\"name\":\"湖畔苑\"", 120.005, 30.005, 0.01)),
        csv(
            Kind.ADDRESSES,
            "id,市,路/街/巷,门牌号,小区,室,lon,lat",
            "A1,云江市,解放路,1号,湖畔苑,101室,120.0101,30.0101",
            "A2,云江市,解放路,2号,,201室,120.0601,30.0101"),
        geojson(
            Kind.BUILDINGS,
            square("\"id\":\"B1\",\"name\":\"1幢\",\"address\":\"A1\"", 120.01, 30.01, 0.001),
            square("\"id\":\"B2\",\"name\":\"2幢\"", 120.06, 30.01, 0.001)),
        csv(
            Kind.UNITS,
            "id,building,entrance,floor,room,use,address",
            "U1,B1,1单元,1,101,住宅,A1",
            "U2,B1,1单元,2,201,住宅,A2",
            "U3,B2,,1,101,商铺,"),
        csv(Kind.HOUSEHOLDS, "id,unit", "H1,U1", "H2,U2"),
        csv(
            Kind.PEOPLE,
            "id,name,证件类型,证件号码,电话,unit,household,role,relation,moved_in,户籍地址",
            "P1,甲,身份证,11010519491231002X,13900000001,U1,H1,OWNER,HEAD,2020-01-01,云江市解放路2号201室",
            "P2,乙,,,,U1,H1,FAMILY,SPOUSE,2020-01-01,",
            "P3,丙,,,,U2,H2,TENANT,HEAD,2023-01-01,"),
        csv(Kind.ORGANISATIONS, "id,name,unit", "O1,小店,U3"),
        csv(Kind.EVIDENCE, "id,unit,kind,date,finding", "E1,U2,走访,2024-05-02,空置"),
        csv(Kind.STAFF, "id,grid,role,name", "T1,330199001001001,网格长,丁"));
  }

  /**
   * A name, a place, a use, a unit, a stay, a finding are others; some are new, some have ended.
   */
  List<SourceFile> second() {
    return List.of(
        geojson(
            Kind.ROADS,
            feature(
                "\"id\":\"W1\",\"name\":\"新解放路\"", "LineString", "[[120.01,30.02],[120.06,30.02]]"),
            feature(
                "\"id\":\"W2\",\"name\":\"湖滨路\"", "LineString", "[[120.01,30.03],[120.06,30.03]]")),
        geojson(
            Kind.ESTATES,
            square("\"id\":\"S1\",\"name\":\"湖畔苑\"", 120.005, 30.005, 0.012),
            square("\"id\":\"S2\",\"name\":\"柳苑\"", 120.055, 30.005, 0.01)),
        csv(
            Kind.ADDRESSES,
            "id,市,路/街/巷,门牌号,小区,室,lon,lat",
            "A2,云江市,湖滨路,2号,柳苑,201室,120.0101,30.0101",
            "A3,云江市,湖滨路,3号,柳苑,,120.0601,30.0101"),
        geojson(
            Kind.BUILDINGS,
            square("\"id\":\"B1\",\"name\":\"甲幢\",\"address\":\"A3\"", 120.07, 30.01, 0.001),
            square("\"id\":\"B3\",\"name\":\"3幢\"", 120.065, 30.01, 0.001)),
        csv(
            Kind.UNITS,
            "id,building,entrance,floor,room,use,address,valid_to",
            "U2,B3,2单元,2,201,住宅,A2,",
            "U3,B2,,1,101,办公,,2025-01-01",
            "U4,B3,1单元,1,101,住宅,A1,"),
        csv(Kind.HOUSEHOLDS, "id,unit", "H2,U4", "H3,U4"),
        csv(
            Kind.PEOPLE,
            "id,name,证件类型,证件号码,电话,unit,household,role,relation,moved_in,moved_out,户籍地址",
            "P1,甲甲,身份证,11010519491231002X,13900000002,U1,H1,OWNER,HEAD,2020-01-01,2024-08-01,云江市解放路1号101室",
            "P2,乙,,,,U1,H1,FAMILY,HEAD,2024-08-01,,云江市湖滨路2号201室",
            "P4,戊,,,,U4,H3,OWNER,HEAD,2024-03-01,,"),
        csv(Kind.ORGANISATIONS, "id,name,unit", "O1,大店,U1", "O2,新店,U4"),
        csv(
            Kind.EVIDENCE,
            "id,unit,kind,date,finding",
            "E1,U2,走访,2024-06-02,有人居住",
            "E2,U4,走访,2024-06-02,空置"),
        csv(
            Kind.STAFF,
            "id,grid,role,name",
            "T1,330199001002001,网格长,丁",
            "T2,330199001001001,网格长,己"));
  }

  private SourceFile geojson(Kind kind, String... features) {
    return new SourceFile(imports.geojsonFile(features), kind);
  }

  private SourceFile csv(Kind kind, String... lines) {
    return new SourceFile(imports.write(".csv", String.join("\n", lines) + "\n"), kind);
  }

  /**
   * What is believed, and what is worked out of it, each table as sorted lines without the numbers
   * of rows and changes: ids are the things' own and stay.
   */
  static Map<String, List<String>> believed(Imports imports) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String table :
        imports.ask(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'identity' ORDER BY tablename")) {
      all.put(
          table,
          sorted(
              imports.ask(
                  "SELECT to_jsonb(t) - ARRAY['version', 'recorded', 'opened_by', 'closed_by'] FROM register."
                      + table
                      + " t WHERE upper_inf(recorded)")));
    }
    for (String cache :
        List.of(
            "unit_occupancy",
            "building_grid",
            "address_grid",
            "estate_grid",
            "unit_building",
            "person_place")) {
      all.put(cache, sorted(imports.ask("SELECT to_jsonb(t) FROM register." + cache + " t")));
    }
    return all;
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    sorted.sort(null);
    return sorted;
  }
}
