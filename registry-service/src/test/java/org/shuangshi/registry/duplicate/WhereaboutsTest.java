package org.shuangshi.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.duplicate.Reason.Code;

class WhereaboutsTest {

  @ParameterizedTest
  @CsvSource({
    "解放路12号3栋502室, 解放路１２号三幢502房",
    "云江市澄湖区中山街道解放路12号, 澄湖区中山街道解放路12号",
    "解放路12号3幢1单元502室, 解放路12号3幢502室",
    "云江解放路12号3号楼, 解放路12号3幢",
    "村口第一家, 村口第一家",
  })
  void writingsOfOnePlaceAreOne(String one, String other) {
    Reason reason = at(one).shared(at(other));

    assertThat(reason).isNotNull().extracting(Reason::code).isEqualTo(Code.SIMILAR_ADDRESS);
    assertThat(at(other).shared(at(one))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "解放路12号3幢502室, 解放路12号8幢502室",
    "云江市澄湖区中山街道解放路12号3幢1单元502室, 云江市澄湖区中山街道解放路12号3幢2单元502室",
    "解放路12号, 解放路",
    "解放路112号, 解放路12号",
    "解放路12号3幢502室, 人民路7号1幢101室",
  })
  void doorsThatDifferAreTwo(String one, String other) {
    assertThat(at(one).shared(at(other))).isNull();
  }

  private static Whereabouts at(String address) {
    return new Whereabouts(Set.of(), Set.of(), Set.of(address));
  }
}
