package org.shuangshi.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.registry.permission.PersonField;

class MaskTest {

  @ParameterizedTest
  @CsvSource({
    "NAME, 张三, 张*",
    "NAME, 欧阳静云, 欧***",
    "NAME, 甲, *",
    "NAME, 𠮷野家, 𠮷**",
    "NAME, （已删除）, （已删除）",
    "BIRTH_DATE, 1949-12-31, 1949-**-**",
    "DOCUMENT_NUMBER, 11010519491231002X, 110***********002X",
    "DOCUMENT_NUMBER, E1234567, ******67",
    "PHONE, 13800001234, 138****1234",
    "PHONE, 1234567, *****67",
    "PHONE, 12345, *****",
    "REGISTRATION_BOOK, 80010001, ******01",
    "ETHNICITY, 汉, ***",
    "SEX, MALE, MALE",
    "NATIONALITY, CHN, CHN",
    "REGISTERED_ADDRESS, 云江市澄湖区中山街道解放路12号3幢502室, 云江市澄湖区中山街道***",
    "REGISTERED_ADDRESS, 双河市东城区河滨街道沿江社区滨江路18号, 双河市东城区河滨街道沿江社区***",
    "REGISTERED_ADDRESS, 浙江省安平县柳溪镇上河村4组9号, 浙江省安平县柳溪镇上河村***",
    "REGISTERED_ADDRESS, 云江市阳光小区3幢502室, 云江市***",
    "REGISTERED_ADDRESS, 云江市曹杨新村12号, 云江市***",
    "REGISTERED_ADDRESS, 解放路12号, ***",
    "REGISTERED_ADDRESS, 内蒙古自治区云山县白石乡上湾村委会3组7号, 内蒙古自治区云山县白石乡上湾村委会***",
    "REGISTERED_ADDRESS, 云江市南市路12号中山区3幢, 云江市***",
    "REGISTERED_ADDRESS, （李家）云江市澄湖区解放路12号, ***",
    "REGISTERED_ADDRESS, 云江市　澄湖区解放路12号, 云江市***",
    "REGISTERED_ADDRESS, 云江市澄湖区, 云江市澄湖区",
  })
  void whatTellsAPersonIsHidden(PersonField field, String value, String shown) {
    assertThat(Mask.of(field, value)).isEqualTo(shown);
  }

  @Test
  void nothingStaysNothing() {
    for (PersonField field : PersonField.values()) {
      assertThat(Mask.of(field, null)).isNull();
    }
  }
}
