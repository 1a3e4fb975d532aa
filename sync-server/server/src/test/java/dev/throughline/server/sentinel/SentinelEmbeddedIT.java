package dev.throughline.server.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of our own. */
class SentinelEmbeddedIT extends SentinelContract {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  @Override
  Sentinel sentinel() {
    return new EmbeddedSentinel(() -> NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask ann.lee+x@mail.example.co.uk today | 1 × e-mail address",
        "a@example.org, b@example.org | 2 × e-mail address",
        "jürgen@müller.example | 1 × e-mail address",
        "ann＠example.org | 1 × e-mail address",
        "card 4111 1111 1111 1111 | 1 × payment card",
        "4111-1111-1111-1111 | 1 × payment card",
        "(5500005555555559) | 1 × payment card",
        "2026-11-27 12 4111 1111 1111 1111 24 | 1 × payment card",
        "1234 4111 1111 1111 1111, 5500005555555559 | 2 × payment card",
        "amex 378282246310005 | 1 × payment card",
        "4111 1111\u200b 1111 1111 | 1 × payment card",
        "４１１１１１１１１１１１１１１１ | 1 × payment card",
        "DE89 3704 0044 0532 0130 00 is ours | 1 × IBAN",
        "gb82west12345698765432 | 1 × IBAN",
        "NL91ABNA0417164300 and FR1420041010050500013M02606 | 2 × IBAN",
        "call +49 30 901820 | 1 × phone number",
        "+1 (212) 736-5000 or +44 20 7946 0958 | 2 × phone number",
        "＋41446681800 | 1 × phone number",
      })
  void whatLooksLikeDataOfPeopleIsFound(String text, String found) {
    Ruling ruling = ruling(question(REGISTER, resource(text, "none")));
    assertThat(ruling.decision()).isEqualTo(Decision.DENY);
    assertThat(ruling.rationale())
        .filteredOn(reason -> reason.result().equals("found"))
        .extracting(Reason::explanation)
        .containsExactly(found + " at $.features[0].text");
    assertThat(ruling.toString()).doesNotContain(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail the team @ once",
        "@mention and a@b",
        "version 2.0.1@stable",
        "4111 1111 1111 1112",
        "1234567890123",
        "0199a3c2-4111-7111-8111-111111111111",
        "41111111-1111-1111-4111-111111111111",
        "x4111111111111111",
        "9111111111111111111111",
        "DE88 3704 0044 0532 0130 00",
        "ZZ89 3704 0044 0532 0130 00",
        "DE89 3704",
        "2026-11-27T12:00:00Z",
        "1764244800000",
        "row 030 901820",
        "12 + 30 = 42",
        "+1 to this idea, +100 %",
        "EUR 1.234.567,89 a month",
      })
  void whatOnlyRemindsOfThemIsNotFound(String text) {
    Ruling ruling = ruling(question(REGISTER, resource(text, "none")));
    assertThat(ruling.rationale()).noneMatch(reason -> reason.result().equals("found"));
    assertThat(ruling.decision()).isEqualTo(Decision.ALLOW);
  }

  @Test
  void namesOfMembersAreReadAndNeverShown() {
    Json.Members manifest =
        object(
            Map.of(
                "ann@example.org", new Json.Text("+41446681800"),
                "two words", texts("ok", "b@example.org"),
                "deep", object(Map.of("x", texts("DE89370400440532013000")))));
    Ruling ruling = ruling(question(REGISTER, with("manifest", manifest)));
    assertThat(ruling.rationale())
        .filteredOn(reason -> reason.result().equals("found"))
        .extracting(Reason::explanation)
        .containsExactly(
            "1 × e-mail address at $[*]",
            "1 × phone number at $[*]",
            "1 × IBAN at $.deep.x[0]",
            "1 × e-mail address at $[*][1]");
    assertThat(ruling.toString()).doesNotContain("ann", "two words");
  }

  @Test
  void findingsBeyondFiftyAreCounted() {
    Json many =
        new Json.Items(
            IntStream.range(0, 60)
                .<Json>mapToObj(i -> new Json.Text("a" + i + "@example.org"))
                .toList());
    Ruling ruling = ruling(question(REGISTER, with("manifest", object(Map.of("features", many)))));
    assertThat(ruling.rationale())
        .filteredOn(reason -> reason.result().equals("found"))
        .hasSize(51)
        .last()
        .isEqualTo(new Reason("undeclared-data", "found", "10 more places"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 ", "a@", "a.", "4", "4111 ", "DE89 ", "AD12 -", "+49 30 ", "@+4"})
  @Timeout(20)
  void hostileTextsAreReadInTime(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    assertThat(ruling(question(REGISTER, resource(text, "none"))).decision()).isNotNull();
  }

  @Test
  void aManifestThatDeclaresOtherwiseIsDenied() {
    Json.Members manifest = object(Map.of("dataClasses", texts("personal")));
    assertThat(ruling(question(REGISTER, with("manifest", manifest))).decision())
        .isEqualTo(Decision.DENY);
  }

  @Test
  void whatIsNotWholeIsDenied() {
    for (String name : List.of("id", "version", "digest", "manifest", "dataClasses")) {
      Ruling ruling = ruling(question(REGISTER, with(name, new Json.Nothing())));
      assertThat(ruling.decision()).as(name).isEqualTo(Decision.DENY);
    }
  }

  private static Json.Members with(String name, Json value) {
    var members = new TreeMap<>(resource("a button", "none").members());
    members.put(name, value);
    return new Json.Members(members);
  }
}
