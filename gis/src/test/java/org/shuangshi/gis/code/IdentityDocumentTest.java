package org.shuangshi.gis.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuangshi.gis.code.IdentityDocument.Kind;

class IdentityDocumentTest {

  /** Digits with the check character that GB 11643 gives them. */
  private static String checked(String seventeen) {
    return seventeen + CitizenId.check(seventeen);
  }

  @ParameterizedTest
  @CsvSource({
    "CITIZEN_ID, 11010519491231002x, 11010519491231002X",
    "CITIZEN_ID, １１０１０５１９４９１２３１００２ｘ, 11010519491231002X",
    "CITIZEN_ID, 110105 19491231 002X, 11010519491231002X",
    "HK_MACAO_TAIWAN_PERMIT, h12345678, H12345678",
    "HK_MACAO_TAIWAN_PERMIT, M1234567801, M1234567801",
    "HK_MACAO_TAIWAN_PERMIT, 12345678, 12345678",
    "PASSPORT, e 12345678, E12345678",
    "FOREIGN_RESIDENT_ID, usa310080010112, USA310080010112",
    "OTHER, 军 字 第１号, 军字第1号"
  })
  void aNumberIsKeptInOneForm(Kind kind, String typed, String kept) {
    assertThat(IdentityDocument.find(kind, typed))
        .get()
        .extracting(IdentityDocument::number)
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "CITIZEN_ID, 110105194912310021",
    "CITIZEN_ID, H12345678",
    "HK_MACAO_TAIWAN_PERMIT, H1234567",
    "HK_MACAO_TAIWAN_PERMIT, H123456789",
    "HK_MACAO_TAIWAN_PERMIT, T12345678",
    "HK_MACAO_TAIWAN_PERMIT, 123456789",
    "RESIDENCE_PERMIT_HMT, 11010519491231002X",
    "PASSPORT, ABCDE",
    "PASSPORT, E1-2345678",
    "PASSPORT, E123",
    "FOREIGN_RESIDENT_ID, USA31008001011",
    "FOREIGN_RESIDENT_ID, 11010519491231002X"
  })
  void whatNoSuchDocumentHasIsNone(Kind kind, String typed) {
    assertThat(IdentityDocument.find(kind, typed)).isEmpty();
  }

  @Test
  void anIdOfFifteenDigitsIsKeptAsEighteen() {
    assertThat(IdentityDocument.find(Kind.CITIZEN_ID, "610104620927690"))
        .get()
        .extracting(IdentityDocument::number)
        .isEqualTo(checked("61010419620927690"));
  }

  @ParameterizedTest
  @CsvSource({"810000", "820000", "830000"})
  void aResidencePermitOfHongKongMacaoAndTaiwanProvesBirthAndSex(String region) {
    String number = checked(region + "19800101" + "001");
    IdentityDocument permit =
        IdentityDocument.find(Kind.RESIDENCE_PERMIT_HMT, number).orElseThrow();

    assertThat(permit.birthDate()).isEqualTo(LocalDate.of(1980, 1, 1));
    assertThat(permit.male()).isTrue();
    assertThat(permit.fits(LocalDate.of(1980, 1, 2))).isFalse();
    assertThat(IdentityDocument.find(Kind.CITIZEN_ID, number)).as("no citizen's").isEmpty();
  }

  @Test
  void aForeignersIdOfEighteenProvesBirthAndSexAndOneOfFifteenTheBirthDate() {
    IdentityDocument now =
        IdentityDocument.find(Kind.FOREIGN_RESIDENT_ID, checked("931840" + "19751231" + "002"))
            .orElseThrow();
    assertThat(now.birthDate()).isEqualTo(LocalDate.of(1975, 12, 31));
    assertThat(now.male()).isFalse();

    IdentityDocument before =
        IdentityDocument.find(Kind.FOREIGN_RESIDENT_ID, "USA310075123102").orElseThrow();
    assertThat(before.birthDate()).as("of what century it does not say").isNull();
    assertThat(before.fits(LocalDate.of(1975, 12, 31))).isTrue();
    assertThat(before.fits(LocalDate.of(1975, 12, 30))).isFalse();
  }

  @Test
  void nothingPersonalIsPrinted() {
    assertThat(IdentityDocument.find(Kind.PASSPORT, "E12345678").orElseThrow().toString())
        .doesNotContain("1234");
  }
}
