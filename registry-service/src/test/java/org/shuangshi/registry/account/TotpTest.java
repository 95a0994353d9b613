package org.shuangshi.registry.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the standards. */
class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130",
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
  }

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "9, 520489"})
  void sixDigitsAreThoseOfTheStandard(long count, String code) {
    assertThat(Totp.code(SECRET, count)).isEqualTo(code);
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32IsThatOfTheStandard(String text, String encoded) {
    assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void theStepBeforeAndAfterAreTakenAndNoneTwice() {
    Instant now = Instant.ofEpochSecond(3000);
    for (long step : new long[] {99, 100, 101}) {
      assertThat(Totp.match(SECRET, Totp.code(SECRET, step), now, 0)).hasValue(step);
    }
    assertThat(Totp.match(SECRET, Totp.code(SECRET, 98), now, 0)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, 102), now, 0)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, 100), now, 100)).isEmpty();
  }
}
