package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "解放路12号3栋502室, 解放路１２号３幢502房",
    "云江市澄湖区中山街道解放路12号, 澄湖区中山街道解放路12号",
    "解放路12号3幢1单元502室, 解放路12号3幢502室"
  })
  void writingsOfOneAddressAreSimilar(String one, String other) {
    assertThat(Likeness.of(one, other)).isGreaterThanOrEqualTo(Likeness.SIMILAR);
  }

  @ParameterizedTest
  @CsvSource({"解放路12号3栋502室, 人民路7号1幢101室", "解放路12号, 解放路", "甲, 甲"})
  void othersAreNot(String one, String other) {
    assertThat(Likeness.of(one, other)).isLessThan(Likeness.SIMILAR);
  }

  @Test
  void aPairCountsAsOftenAsBothHaveIt() {
    assertThat(Likeness.of("aaaa", "aa")).isEqualTo(2.0 / 4, within(1e-9));
    assertThat(Likeness.of("ab", "ba")).isZero();
    assertThat(Likeness.of("", "")).isZero();
  }
}
