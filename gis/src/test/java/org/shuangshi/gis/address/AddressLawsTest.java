package org.shuangshi.gis.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shuangshi.gis.address.Match.Grade;

/** What holds for every address of a made-up city. */
class AddressLawsTest {
  private static final int MANY = 20_000;

  @Test
  void whatIsComposedIsReadAgain() {
    MadeCity city = new MadeCity(1);
    AddressReader reader = new AddressReader(city.names);
    for (Address address : city.some(MANY)) {
      Reading reading = reader.read(address.text());
      assertThat(reading.address()).as(address.text()).isEqualTo(address);
      assertThat(reading.leftOver()).as(address.text()).isEmpty();
      assertThat(reading.address().text()).isEqualTo(address.text());
    }
  }

  @Test
  void namesNeedNotBeKnownWhereNumbersStandBetween() {
    MadeCity city = new MadeCity(2);
    AddressReader reader = new AddressReader(Gazetteer.EMPTY);
    for (Address address : city.some(MANY)) {
      assertThat(reader.read(address.text()).address()).as(address.text()).isEqualTo(address);
    }
  }

  @Test
  void whatIsWrittenOneWayStaysSo() {
    MadeCity city = new MadeCity(3);
    for (Address address : city.some(MANY)) {
      String once = Writing.normal(city.varied(address));
      assertThat(Writing.normal(once)).isEqualTo(once);
    }
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      String once = Writing.normal(noise(random, 40));
      assertThat(Writing.normal(once)).isEqualTo(once);
    }
  }

  @Test
  void comparisonIsSymmetric() {
    MadeCity city = new MadeCity(5);
    List<Address> some = city.some(2000);
    for (int i = 1; i < some.size(); i++) {
      Comparison there = Comparison.of(some.get(i - 1), some.get(i));
      Comparison back = Comparison.of(some.get(i), some.get(i - 1));
      assertThat(there.score()).isEqualTo(back.score()).isBetween(0.0, 1.0);
      assertThat(there.parts())
          .extracting(Comparison.Part::verdict)
          .isEqualTo(back.parts().stream().map(Comparison.Part::verdict).toList());
      assertThat(Comparison.of(some.get(i), some.get(i)).score()).isEqualTo(1.0);
    }
  }

  @Test
  void anotherWritingFindsItsAddressAndNeverAnother() {
    MadeCity city = new MadeCity(6);
    AddressMatcher register = new AddressMatcher(city.names);
    Map<Long, Address> held = new HashMap<>();
    Set<String> texts = new HashSet<>();
    for (Address address : city.some(MANY)) {
      if (texts.add(address.text())) {
        long id = held.size();
        held.put(id, address);
        register.add(id, address, List.of());
      }
    }
    int sure = 0;
    for (Map.Entry<Long, Address> each : held.entrySet()) {
      String said = city.varied(each.getValue());
      Match match = register.match(said);
      assertThat(match.candidates())
          .as(said)
          .extracting(Match.Candidate::id)
          .contains(each.getKey());
      if (match.grade() != Grade.C) {
        assertThat(match.candidates()).as(said + " " + match).hasSize(1);
        sure++;
      } else {
        assertThat(match.explanation()).as(said).contains("都符合");
        assertThat(match.candidates()).hasSizeGreaterThan(1);
      }
    }
    assertThat(sure).isGreaterThan(held.size() * 95 / 100);
  }

  @Test
  void anAddressThatIsNotHeldFindsNone() {
    MadeCity city = new MadeCity(7);
    AddressMatcher register = new AddressMatcher(city.names);
    Set<String> texts = new HashSet<>();
    List<Address> some = city.some(MANY);
    for (int i = 0; i < some.size() / 2; i++) {
      texts.add(some.get(i).text());
      register.add(i, some.get(i), List.of());
    }
    for (Address address : some.subList(some.size() / 2, some.size())) {
      Match match = register.match(address.text());
      if (!texts.contains(address.text())) {
        assertThat(match.grade()).as(address.text() + " " + match).isNotEqualTo(Grade.A);
        if (match.grade() == Grade.B) {
          Address found = some.get((int) match.candidates().get(0).id());
          assertThat(Comparison.of(address, found).parts())
              .as(address.text() + " " + found.text())
              .noneMatch(part -> part.verdict() == Verdict.DIFFERENT);
          assertThat(match.explanation()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void anyTextIsReadInTimeProportionalToItsLength() {
    MadeCity city = new MadeCity(8);
    AddressReader reader = new AddressReader(city.names);
    Random random = new Random(9);
    long began = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      String noise = noise(random, 10_000);
      assertThatCode(() -> reader.read(noise)).as(noise).doesNotThrowAnyException();
      Reading reading = reader.read(noise);
      reading
          .spans()
          .values()
          .forEach(span -> assertThat(span.to()).isBetween(span.from(), noise.length()));
    }
    assertThat(System.nanoTime() - began).isLessThan(60_000_000_000L);
  }

  private static String noise(Random random, int length) {
    String signs = "甲乙附之-/#~()（,。 　路街道巷弄号楼幢栋座单元层室房区期村镇市省解放人民一二三十百0123456789ABab１２Ｆ号號樓\u0000\uD83D";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(
          random.nextInt(6) == 0
              ? (char) random.nextInt(0x10000)
              : signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }
}
