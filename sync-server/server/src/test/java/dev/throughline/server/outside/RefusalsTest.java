package dev.throughline.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  private static Optional<Answer<String>> read(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Json json = ((Json.Parsed.Read) Json.parse(bytes)).json();
    return new Reply(status, (Json.Members) json).refusal();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"a_b\",\"details\":\"too few\"} | a_b | too few",
        "{\"error\":\"a_b\",\"details\":{\"x\":1}} | a_b | it gave no reason",
        "{\"error\":\"No such upgrade.\",\"details\":\"x\"} | refused | No such upgrade.",
        "{\"ok\":false,\"error\":{\"code\":\"A-1\",\"message\":\"no\"}} | A-1 | no",
        "{\"error\":\"a\",\"details\":\"one\\ntwo\\u0000\"} | a | one two",
      })
  void bothShapesAreRead(String body, String code, String why) {
    assertThat(read(400, body))
        .get()
        .satisfies(refused -> assertThat(refused).isEqualTo(new Answer.Refused<>(code, why)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"message\":\"no\"}", "{\"error\":{\"message\":\"x\"}}", "{\"error\":7}"})
  void whatHasNoneIsNoRefusal(String body) {
    assertThat(read(400, body)).isEmpty();
  }

  @Test
  void aYesIsNoRefusal() {
    assertThat(read(200, "{\"error\":\"a\"}")).isEmpty();
  }

  @Test
  void aLongReasonIsCutBetweenCharacters() {
    String reason = "😀".repeat(Refusals.WHY_LENGTH_MAX + 1);
    assertThat(read(400, "{\"error\":\"a\",\"details\":\"" + reason + "\"}"))
        .contains(new Answer.Refused<>("a", "😀".repeat(Refusals.WHY_LENGTH_MAX)));
  }
}
