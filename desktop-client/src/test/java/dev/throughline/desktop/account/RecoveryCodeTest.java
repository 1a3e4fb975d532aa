package dev.throughline.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {
  private static final String SHOWN = "0123-4567-89AB-CDEF-GHJK-1110";

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHOWN,
        "0123456789ABCDEFGHJK1110",
        "0123-4567-89ab-cdef-ghjk-1110",
        " 0123 4567 89AB CDEF GHJK 1110\n",
        "0123–4567—89AB‑CDEF‒GHJK-1110",
        "0123\u00A04567\u200989AB\u3000CDEF\tGHJK 1110",
        "O123-4567-89AB-CDEF-GHJK-IlLo",
        "o123-4567-89ab-cdef-ghjk-ili0"
      })
  void caseSpacesDashesAndLookAlikesAreForgiven(String typed) {
    assertThat(RecoveryCode.parse(typed)).map(RecoveryCode::shown).contains(SHOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123",
        "0123-4567-89AB-CDEF-GHJK-111",
        "0123-4567-89AB-CDEF-GHJK-11100",
        "0123-4567-89AB-CDEF-GHJK-111U",
        "0123-4567-89AB-CDEF-GHJK-111!",
        "٠123-4567-89AB-CDEF-GHJK-1110"
      })
  void whatCannotBeACodeIsNone(String typed) {
    assertThat(RecoveryCode.parse(typed)).isEmpty();
  }

  @Test
  void aGeneratedCodeReadsBackAndIsNeverTheSame() {
    RecoveryCode code = RecoveryCode.generate(new SecureRandom());

    assertThat(code.shown()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(RecoveryCode.parse(code.shown())).contains(code);
    assertThat(RecoveryCode.generate(new SecureRandom())).isNotEqualTo(code);
  }
}
