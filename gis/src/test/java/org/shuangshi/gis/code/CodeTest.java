package org.shuangshi.gis.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "34052419800101001X", "440524188001010014"})
  void citizenIdsOfTheStandardAreValid(String id) {
    assertThat(CitizenId.find(id)).get().extracting(CitizenId::number).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "110105194912310021",
        "11010519490231002X",
        "4403081999011015",
        "T60426199101010078"
      })
  void wrongCheckDateLengthOrLetterIsNoCitizenId(String id) {
    assertThat(CitizenId.find(id)).isEmpty();
  }

  @Test
  void birthAndSexAreReadFromTheNumberAndFifteenDigitsAreUpgraded() {
    CitizenId id = CitizenId.find("610104620927690").orElseThrow();

    assertThat(id.number()).hasSize(18).startsWith("61010419620927690");
    assertThat(id.birthDate()).isEqualTo(LocalDate.of(1962, 9, 27));
    assertThat(id.male()).isFalse();
    assertThat(CitizenId.find("11010519491231002x").orElseThrow().male()).isFalse();
    assertThat(id.toString()).doesNotContain("19620927");
  }

  @Test
  void theVectorsOfTheFieldAgreeWhereTheyAskNoListOfCounties() throws IOException {
    String data = System.getenv("REGISTRY_TEST_DATA");
    assumeTrue(data != null, "REGISTRY_TEST_DATA is not set");
    Path vectors = Path.of(data, "identity", "gb11643_vectors.csv");
    assumeTrue(Files.exists(vectors), "no " + vectors);
    Set<String> needACountyList = Set.of("area code", "unknown province 99");

    for (String line : Files.readAllLines(vectors).stream().skip(1).toList()) {
      String[] field = line.split(",");
      if (!needACountyList.contains(field[2])) {
        boolean expected = !field[1].equals("invalid");
        assertThat(CitizenId.find(field[0]).isPresent()).as(line).isEqualTo(expected);
      }
    }
  }

  @Test
  void creditCodeOfTheStandardIsValidAndAnyChangedCharacterIsNot() {
    String code = "91350100M000100Y43";
    assertThat(CreditCode.valid(code)).isTrue();
    for (int i = 0; i < 18; i++) {
      char other = code.charAt(i) == '7' ? '8' : '7';
      assertThat(CreditCode.valid(code.substring(0, i) + other + code.substring(i + 1))).isFalse();
    }
    assertThat(CreditCode.valid("91350100I000100Y43")).isFalse();
  }

  @Test
  void aRegionsLevelIsTheLengthOfItsCode() {
    assertThat(RegionLevel.find("310101002001")).contains(RegionLevel.COMMUNITY);
    assertThat(RegionLevel.find("3101")).contains(RegionLevel.CITY);
    assertThat(RegionLevel.find("31010")).isEmpty();
    assertThat(RegionLevel.find("31010A")).isEmpty();
    assertThat(RegionLevel.STREET.of("310101002001")).isEqualTo("310101002");
  }

  @Test
  void aGridCodeIsItsCommunityAndItsNumber() {
    GridCode code = GridCode.parse("310101002001012");

    assertThat(code).isEqualTo(new GridCode("310101002001", 12)).hasToString("310101002001012");
    assertThatThrownBy(() -> GridCode.parse("12")).isInstanceOf(IllegalArgumentException.class);
  }
}
