package org.shuangshi.intake.city;

import java.time.LocalDate;
import java.util.List;
import org.shuangshi.gis.code.CitizenId;
import org.shuangshi.gis.code.CreditCode;

/**
 * Numbers that are well formed and belong to nobody: citizen ids of county codes withdrawn before
 * ids were issued in 1984, phones with a prefix no operator has.
 */
final class Documents {
  /**
   * A county whose code was withdrawn.
   *
   * @param code GB/T 2260 of 1980–1982; withdrawn 1981–1983 and not given out again
   */
  record County(String code, String province, String name) {}

  /** Codes of the region the invented city lies in. */
  private static final List<County> HOME =
      List.of(
          new County("422221", "湖北省", "孝感县"),
          new County("422222", "湖北省", "黄陂县"),
          new County("422122", "湖北省", "新洲县"),
          new County("422131", "湖北省", "鄂城县"));

  private static final List<County> ELSEWHERE =
      List.of(
          new County("412121", "河南省", "林县"),
          new County("432121", "湖南省", "湘潭县"),
          new County("432124", "湖南省", "浏阳县"),
          new County("432125", "湖南省", "攸县"),
          new County("362138", "江西省", "广昌县"),
          new County("362230", "江西省", "分宜县"),
          new County("342226", "安徽省", "怀远县"),
          new County("342227", "安徽省", "五河县"),
          new County("342424", "安徽省", "肥西县"),
          new County("512121", "四川省", "江津县"),
          new County("512122", "四川省", "合川县"),
          new County("512123", "四川省", "潼南县"),
          new County("322121", "江苏省", "丰县"),
          new County("322122", "江苏省", "沛县"),
          new County("332121", "浙江省", "嘉善县"),
          new County("372121", "山东省", "福山县"),
          new County("352125", "福建省", "邵武县"),
          new County("452221", "广西壮族自治区", "柳江县"),
          new County("532121", "云南省", "昭通县"),
          new County("522621", "贵州省", "凯里县"),
          new County("612121", "陕西省", "蓝田县"),
          new County("232121", "黑龙江省", "阿城县"));

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final int DAYS = 60_000;
  private static final int MOST_A_DAY = 499;

  private final short[][] given = new short[HOME.size() + ELSEWHERE.size()][];
  private final Place place;
  private int phones;
  private int licences;

  Documents(Place place) {
    this.place = place;
  }

  County home(Dice dice) {
    return HOME.get(dice.weighted(5, 2, 2, 1));
  }

  County elsewhere(Dice dice) {
    return dice.pick(ELSEWHERE);
  }

  String citizenId(County county, LocalDate birth, boolean male) {
    int wanted =
        HOME.contains(county) ? HOME.indexOf(county) : HOME.size() + ELSEWHERE.indexOf(county);
    int day = (int) (birth.toEpochDay() - FIRST_DAY.toEpochDay()) * 2 + (male ? 1 : 0);
    for (int step = 0; step < given.length; step++) {
      int c = (wanted + step) % given.length;
      if (given[c] == null) {
        given[c] = new short[DAYS * 2];
      }
      if (given[c][day] < MOST_A_DAY) {
        int sequence = given[c][day]++ * 2 + (male ? 1 : 2);
        County of = c < HOME.size() ? HOME.get(c) : ELSEWHERE.get(c - HOME.size());
        long date =
            birth.getYear() * 10_000L + birth.getMonthValue() * 100L + birth.getDayOfMonth();
        String digits = Digits.padded(of.code() + date, sequence, 3);
        return digits + CitizenId.check(digits);
      }
    }
    throw new IllegalStateException("more births on " + birth + " than there are numbers");
  }

  /** 111 is no prefix of any operator. */
  String phone(Dice dice) {
    phones++;
    return Digits.padded(
        "111", (phones * 7_919L + dice.whole(0, 1) * 50_000_000L) % 100_000_000L, 8);
  }

  /**
   * GB 32100: registering authority, kind, district, GB 11714 organisation code with its own check,
   * check.
   */
  String creditCode(String authorityAndKind) {
    String body = Integer.toString(30_000_000 + licences++ * 17 % 70_000_000);
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (body.charAt(i) - '0') * weights[i];
    }
    int rest = (11 - sum % 11) % 11;
    String code =
        authorityAndKind
            + place.districtCode()
            + body
            + (rest == 10 ? "X" : Integer.toString(rest));
    return code + CreditCode.check(code);
  }
}
