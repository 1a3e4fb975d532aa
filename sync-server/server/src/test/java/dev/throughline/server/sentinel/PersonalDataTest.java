package dev.throughline.server.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and numbers as people write them, and what only looks like them. */
class PersonalDataTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "somebody@example.org",
        "somebody (at) example.org",
        "somebody[at]example[dot]org",
        "some.body {AT} mail (dot) example (dot) org"
      })
  void addressesAreFound(String text) {
    assertThat(PersonalData.EMAIL.count("Ask " + text + " first.")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"look (at) it", "open at example.org", "9 [at] night", "a@b"})
  void whatIsNoAddressIsNot(String text) {
    assertThat(PersonalData.EMAIL.count(text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+49 30 901820",
        "Tel. 030 901820",
        "phone: (030) 90 18 20 44",
        "call 020-7946-0018",
        "Mobil 0171/2345678"
      })
  void numbersAreFound(String text) {
    assertThat(PersonalData.PHONE.count("If it fails: " + text + ".")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28",
        "EUR 1,104.00 in the first year",
        "call it 3 times",
        "01920000-0000-7000-8000-0000000000a1",
        "a phone with 6 inches"
      })
  void whatIsNoNumberIsNot(String text) {
    assertThat(PersonalData.PHONE.count(text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "some\u00adbody@example.org",
        "some\ufe0fbody@example.org",
        "somebody@exa\u034fmple.org",
        "somebody@\u3164example.org",
        "some\u200bbody@example\u2060.org"
      })
  void nothingHidesAnAddress(String text) {
    assertThat(PersonalData.EMAIL.count(Findings.plain(text))).isEqualTo(1);
  }
}
