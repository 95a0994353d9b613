package org.shuangshi.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {

  @ParameterizedTest
  @CsvSource({
    "EPSG:4549, 4549",
    "epsg:4549, 4549",
    "' 4549 ', 4549",
    "urn:ogc:def:crs:EPSG::4490, 4490",
    "urn:ogc:def:crs:EPSG:9.8.2:4490, 4490",
    "http://www.opengis.net/def/crs/EPSG/0/4490, 4490",
    "CRS84, 4326",
    "OGC:CRS84, 4326",
    "urn:ogc:def:crs:OGC:1.3:CRS84, 4326",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, 4326",
    "CGCS2000, 4490",
    "WGS84, 4326",
  })
  void readsTheWaysPeopleNameASystem(String name, int epsg) throws CrsException {
    assertThat(Crs.parse(name)).isEqualTo(new Crs(epsg));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EPSG:", "EPSG:abc", "北京54", "4549.5", "EPSG:99999999999", "-4549"})
  void refusesWhatNamesNoCode(String name) {
    assertThatThrownBy(() -> Crs.parse(name))
        .isInstanceOfSatisfying(
            CrsException.class, e -> assertThat(e.code()).isEqualTo("crs.unknown"))
        .hasMessageContaining("EPSG:4490");
  }

  @Test
  void itsOwnDefinitionsAreReadBackAsThemselves() throws CrsException {
    for (int epsg :
        List.of(
            4490, 4326, 4610, 4214, 3857, 4491, 4511, 4513, 4535, 4549, 4554, 2327, 2349, 2370,
            2384, 21413, 2401, 2423, 32651, 32649, 32751)) {
      Crs crs = new Crs(epsg);
      assertThat(Crs.ofWkt(crs.wkt())).as(crs.wkt()).isEqualTo(crs);
      assertThat(Crs.ofWkt(crs.esriWkt())).as(crs.esriWkt()).isEqualTo(crs);
    }
  }

  /** Six- and three-degree zones on one meridian are one projection; Esri's name tells which. */
  @Test
  void tellsSixFromThreeDegreesByTheName() throws CrsException {
    assertThat(Crs.ofWkt(new Crs(4509).esriWkt())).isEqualTo(new Crs(4509));
    assertThat(Crs.ofWkt(new Crs(4548).esriWkt())).isEqualTo(new Crs(4548));
  }

  @Test
  void goesByParametersWhereTheNameIsTheUsersOwn() throws CrsException {
    String local =
        "PROJCS[\"上海\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
            + "PARAMETER[\"False_Easting\",%s],PARAMETER[\"False_Northing\",%s],"
            + "PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",1.0],"
            + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    assertThat(Crs.ofWkt(local.formatted("40500000.0", "0.0", "120.0"))).isEqualTo(new Crs(4528));
    // A city's own system: another meridian, another origin. Never taken for the nearest one.
    for (List<String> own :
        List.of(List.of("500000.0", "0.0", "121.46"), List.of("0.0", "-3457000.0", "120.0"))) {
      assertThatThrownBy(() -> Crs.ofWkt(local.formatted(own.get(0), own.get(1), own.get(2))))
          .isInstanceOf(CrsException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "undefined",
        "PROJCS[",
        "PROJCS[\"a\"",
        "GEOGCS[\"NAD83\"]",
        "LOCAL_CS[\"x\"]"
      })
  void refusesOtherText(String wkt) {
    assertThatThrownBy(() -> Crs.ofWkt(wkt)).isInstanceOf(CrsException.class);
  }

  @Test
  void readsVersionTwo() throws CrsException {
    // gdalsrsinfo -o wkt2 EPSG:4549, without its ID.
    String wkt =
        """
        PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 120E",
            BASEGEOGCRS["China Geodetic Coordinate System 2000",
                DATUM["China 2000",
                    ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],
                PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],
                ID["EPSG",4490]],
            CONVERSION["3-degree Gauss-Kruger CM 120E",
                METHOD["Transverse Mercator",ID["EPSG",9807]],
                PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],
                PARAMETER["Longitude of natural origin",120,ANGLEUNIT["degree",0.0174532925199433]],
                PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1]],
                PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],
                PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],
            CS[Cartesian,2],
                AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],
                AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]]]""";
    assertThat(Crs.ofWkt(wkt)).isEqualTo(new Crs(4549));
  }

  @Test
  void asksTheEpsgDatabaseAboutWhatItDoesNotKnowItself() throws CrsException {
    assertThat(new Crs(4269).isGeographic()).isTrue();
    assertThat(new Crs(2269).isGeographic()).isFalse();
    assertThat(Crs.ofWkt(new Crs(2269).wkt())).isEqualTo(new Crs(2269));
    assertThat(new Crs(2269).label()).isEqualTo("EPSG:2269");
  }
}
