package org.shuangshi.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "阳光花园1幢2单元201室 | 阳光花园1幢 | 2单元 | 201",
        "阳光花园1栋二单元201 | 阳光花园1幢 | 2单元 | 201",
        "阳光花园1号楼 2单元 201室 | 阳光花园1幢 | 2单元 | 201",
        "阳光花园 1-2-201 | 阳光花园 1幢 | 2单元 | 201",
        "阳光花园1-2-201 | 阳光花园 1幢 | 2单元 | 201",
        "人民路１２号　3-502 | 人民路12号 | 3单元 | 502",
        "人民路12号B203 | 人民路12号 | - | B203",
        "阳光花园A座，1502室 | 阳光花园A幢 | - | 1502",
        "人民路 502 | 人民路 502 | - | -",
        "3号楼 | 3幢 | - | -",
        "阳光花园 12 | 阳光花园 12 | - | -",
        "50%_特价 | 50%_特价 | - | -",
        "价\\楼 | 价\\楼 | - | -",
        "110105 | 110105 | - | -",
      })
  void roomsAreSetApartFromTheirPlace(String typed, String place, String entrance, String room) {
    Words words = Words.of(typed);

    assertThat(words.place()).isEqualTo(Arrays.asList(place.split(" ")));
    assertThat(words.entrance()).isEqualTo(entrance);
    assertThat(words.room()).isEqualTo(room);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "012, 012", "12号, -", "12 3, -"})
  void aNumberAloneIsOne(String typed, String digits) {
    assertThat(Words.of(typed).digits()).isEqualTo(digits.equals("-") ? null : digits);
  }

  @ParameterizedTest
  @CsvSource({"100%, 100\\%%", "a_b, a\\_b%"})
  void signsOfPatternsMeanThemselves(String typed, String prefix) {
    assertThat(Words.of(typed).prefix()).isEqualTo(prefix);
    assertThat(Words.anywhere(List.of(typed))).containsExactly("%" + prefix);
  }
}
