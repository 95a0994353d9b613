package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.gis.address.Match.Grade;

class AddressReaderTest {
  private static final MemoryGazetteer NAMES = new MemoryGazetteer();

  static {
    NAMES.add(Component.ROAD, "解放路", List.of("中正路"), null);
    NAMES.add(Component.ESTATE, "锦绣花园", List.of("老纺织厂宿舍"), null);
  }

  private static final AddressReader READER = new AddressReader(NAMES);

  @ParameterizedTest
  @CsvSource({
    "解放路１２号 3-2-502, 解放路12号3幢2单元502室",
    "解放路12号3号楼二单元502房, 解放路12号3幢2单元502室",
    "解放路12号 3座2门502, 解放路12号3幢2单元502室",
    "解放路12, 解放路12号",
    "中正路12号, 解放路12号",
    "老纺织厂宿舍三栋502, 锦绣花园3幢502室",
    "中山东一路105弄7号201室, 中山东一路105弄7号201室",
    "苏州街甲3号院5号楼, 苏州街甲3号院5幢",
    "解放路12号附3号, 解放路12号附3号",
    "柳溪镇陈家村三组18号, 柳溪镇陈家村3组18号",
    "大道路108号, 大道路108号",
    "重陽路二段35巷8弄12號之1三樓, 重陽路二段35巷8弄12号之1",
  })
  void theWaysPeopleWrite(String said, String text) {
    Reading reading = READER.read(said);

    assertThat(reading.address().text()).isEqualTo(text);
    assertThat(reading.leftOver()).isEmpty();
  }

  @Test
  void aPlaceNamedAfterItsDistrictIsThatPlace() {
    MemoryGazetteer names = new MemoryGazetteer();
    names.add(Component.CITY, "云江市", List.of(), null);
    names.add(Component.DISTRICT, "澄湖区", List.of(), "云江市");
    names.add(Component.ESTATE, "澄湖区人民医院", List.of(), null);
    AddressReader reader = new AddressReader(names);

    assertThat(reader.read("澄湖区人民医院1幢201室").address().get(Component.ESTATE)).isEqualTo("澄湖区人民医院");
    Reading ofCity = reader.read("云江市澄湖区人民医院1幢201室");
    assertThat(ofCity.address().get(Component.ESTATE)).isEqualTo("澄湖区人民医院");
    assertThat(ofCity.address().get(Component.CITY)).isEqualTo("云江市");
    // of what nobody knows the division is all that is certain
    Reading other = reader.read("澄湖区人民医院宿舍1幢201室");
    assertThat(other.address().get(Component.DISTRICT)).isEqualTo("澄湖区");
    Reading whole = reader.read("云江市澄湖区澄湖区人民医院1幢201室");
    assertThat(whole.address().get(Component.DISTRICT)).isEqualTo("澄湖区");
    assertThat(whole.address().get(Component.ESTATE)).isEqualTo("澄湖区人民医院");
  }

  @Test
  void everyComponentKnowsWhereItStood() {
    String said = " 解放路１２号（后门）3幢";
    Reading reading = READER.read(said);

    assertThat(reading.spans().get(Component.DOOR_NUMBER)).isEqualTo(new Span(4, 7));
    assertThat(reading.spans().get(Component.BUILDING)).isEqualTo(new Span(11, 13));
    assertThat(reading.leftOver()).extracting(span -> span.of(said)).containsExactly("（后门）");
  }

  @Test
  void whatCanBeMeantOtherwiseIsSaidSo() {
    Reading reading = READER.read("解放路12号3-502");

    assertThat(reading.address().text()).isEqualTo("解放路12号3单元502室");
    assertThat(reading.ambiguities())
        .extracting(each -> each.instead().text())
        .containsExactly("解放路12号3幢502室");
  }

  @Test
  void anUnknownNumberIsNotDroppedButItsNeighboursOffered() {
    AddressMatcher register = new AddressMatcher(NAMES);
    register.add(1, READER.read("解放路12号3幢1单元502室").address(), List.of("老楼502"));
    register.add(2, READER.read("解放路12号3幢2单元502室").address(), List.of());

    assertThat(register.match("解放路12号3栋1单元502").grade()).isEqualTo(Grade.A);
    assertThat(register.match("老楼５０２").candidates().get(0).id()).isEqualTo(1);
    Match several = register.match("解放路12号3幢502");
    assertThat(several.grade()).isEqualTo(Grade.C);
    assertThat(several.candidates()).hasSize(2);
    Match none = register.match("解放路12号8幢1单元502");
    assertThat(none.grade()).isEqualTo(Grade.C);
    assertThat(none.explanation()).isEqualTo("登记库中没有这个地址");
    assertThat(none.candidates().get(0).comparison().explanation()).isEqualTo("幢不同：8幢 与 3幢");
  }
}
