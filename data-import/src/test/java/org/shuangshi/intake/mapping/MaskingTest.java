package org.shuangshi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskingTest {

  private static final Target NAME =
      new Target("name", "名称", List.of(), false, Nature.TEXT, Map.of(), raw -> true);
  private static final Target SEX =
      new Target(
          "sex",
          "性别",
          List.of(),
          false,
          Nature.WORD,
          Map.of("男", "MALE", "女", "FEMALE"),
          raw -> "男女".contains(raw.toString()));

  private static final List<Object> PEOPLE = List.of("张建国", "王芳", "欧阳锋");

  @Test
  void namesOfPeopleAreHiddenWhateverTheyAreTakenFor() {
    assertThat(Masking.hides(PEOPLE, null, false)).as("beside buildings").isTrue();
    assertThat(Masking.hides(PEOPLE, NAME, true)).isTrue();
    assertThat(Masking.hides(PEOPLE, SEX, true)).as("a wrong choice shows nothing").isTrue();
    assertThat(Masking.hides(List.of("欧阳锋", "拓跋"), null, true)).as("rare ones").isTrue();
  }

  @Test
  void namesOfPlacesAndWordsAreShown() {
    assertThat(Masking.hides(List.of("黄河路", "王府大厦"), NAME, false)).isFalse();
    assertThat(Masking.hides(List.of("男", "女"), SEX, true)).isFalse();
    assertThat(Masking.hides(List.of("群众", "群众", "党员", "党员"), null, true)).isFalse();
  }

  @Test
  void numbersThatMayBeSomebodysAreHidden() {
    assertThat(Masking.hides(List.of("11010519491231002X", "x"), NAME, false)).isTrue();
    assertThat(Masking.hides(List.of("13800000000", "", "x"), NAME, false)).isTrue();
    assertThat(Shape.unlessNumbered("电话13800000000")).isEqualTo("字字99999999999");
    assertThat(Shape.unlessNumbered("121.6123456789012")).isEqualTo("121.6123456789012");
    assertThat(Shape.unlessNumbered("310101001")).isEqualTo("310101001");
    assertThat(Shape.of("A栋 3-502\n")).isEqualTo("A字 9-999\n");
  }
}
