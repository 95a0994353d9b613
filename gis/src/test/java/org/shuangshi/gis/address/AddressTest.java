package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  private static final Address TOWN =
      Address.of(
          Map.of(
              Component.PROVINCE, "某省",
              Component.CITY, "云江市",
              Component.DISTRICT, "澄湖区",
              Component.STREET, "中山街道",
              Component.COMMUNITY, "桂花社区",
              Component.ROAD, "二七路",
              Component.DOOR_NUMBER, "12",
              Component.ESTATE, "锦绣花园"));

  @Test
  void theOfficialTextLeavesOutProvinceCommunityAndFloor() {
    Address room =
        TOWN.with(Component.BUILDING, "3号楼")
            .with(Component.ENTRANCE, "二单元")
            .with(Component.FLOOR, "3")
            .with(Component.ROOM, "302");

    assertThat(room.text()).isEqualTo("云江市澄湖区中山街道二七路12号锦绣花园3幢2单元302室");
  }

  @Test
  void aVillageAddressNamesVillageAndGroupInsteadOfARoad() {
    Address farm =
        Address.of(
            Map.of(
                Component.CITY, "云江市",
                Component.DISTRICT, "澄湖区",
                Component.STREET, "柳溪镇",
                Component.COMMUNITY, "陈家村",
                Component.VILLAGE_GROUP, "三组",
                Component.DOOR_NUMBER, "１８号"));

    assertThat(farm.text()).isEqualTo("云江市澄湖区柳溪镇陈家村3组18号");
  }

  @Test
  void aShanghaiLaneIsTheCompoundAndItsNumberTheBuilding() {
    Address lane =
        Address.of(
            Map.of(
                Component.CITY, "上海市",
                Component.ROAD, "中山东一路",
                Component.LANE, "一百零五",
                Component.DOOR_NUMBER, "7",
                Component.ROOM, "201房"));

    assertThat(lane.text()).isEqualTo("上海市中山东一路105弄7号201室");
  }

  @Test
  void whatDoesNotExistIsWrittenNoneInExchangeFilesAndReadAsAbsent() {
    assertThat(TOWN.exchange(Component.ROOM)).isEqualTo("无");
    assertThat(TOWN.with(Component.ESTATE, "无").has(Component.ESTATE)).isFalse();
    assertThat(TOWN.with(Component.ESTATE, "　 ")).isEqualTo(TOWN.with(Component.ESTATE, null));
    assertThat(Address.EMPTY.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "BUILDING, 1栋, 1幢",
    "BUILDING, 1号楼, 1幢",
    "BUILDING, 十二幢, 12幢",
    "BUILDING, A座, A幢",
    "BUILDING, ３, 3幢",
    "BUILDING, 03栋, 3幢",
    "BUILDING, 国贸大厦, 国贸大厦",
    "BUILDING, 东楼, 东楼",
    "ENTRANCE, 三单元, 3单元",
    "ENTRANCE, 2门, 2单元",
    "FLOOR, 3F, 3层",
    "FLOOR, 三樓, 3层",
    "FLOOR, -1, -1层",
    "ROOM, 302房, 302室",
    "ROOM, 0302, 0302室",
    "ROOM, 三〇二, 302室",
    "ROOM, 商铺3, 商铺3",
    "DOOR_NUMBER, 12-1, 12-1号",
    "DOOR_NUMBER, 甲5號, 甲5号",
    "DOOR_NUMBER, 二十, 20号",
    "DOOR_SUFFIX, 附1号, 附1号",
    "VILLAGE_GROUP, 七村民小组, 7组",
    "VILLAGE_GROUP, 陈家湾组, 陈家湾组",
    "ROAD, 解放 大道, 解放大道",
    "ROAD, 三一路, 三一路",
  })
  void everyComponentIsWrittenOneWay(Component component, String typed, String written) {
    assertThat(Writing.of(component, typed)).isEqualTo(written);
    assertThat(Writing.of(component, written)).as("written once more").isEqualTo(written);
  }

  @Test
  void normalTextSettlesCharactersAndKeepsWords() {
    assertThat(Writing.normal("解放路１２号　3號樓２單元 301房－1")).isEqualTo("解放路12号3号楼2单元301房-1");
  }
}
