package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTimeTest {
  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2026-11-24T14:30:00Z");

  private final ShownTime time = new ShownTime(InstantSource.fixed(NOW), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:10:00Z, 09:10",
    "2026-11-24T00:00:00Z, 00:00",
    "2026-11-23T18:02:00Z, Mon 18:02",
    "2026-11-18T08:00:00Z, Wed 08:00",
    "2026-11-17T23:59:00Z, 17 Nov",
    "2026-09-08T10:00:00Z, 8 Sep",
    "2025-12-31T10:00:00Z, 31 Dec 2025",
    "2026-11-25T08:00:00Z, 25 Nov"
  })
  void timeIsSaidAsAPersonWouldSayIt(String at, String said) {
    assertThat(time.at(Instant.parse(at).toEpochMilli())).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T14:29:30Z, now",
    "2026-11-24T14:28:00Z, 2 min",
    "2026-11-24T13:28:00Z, 1 h 02",
    "2026-11-23T14:31:00Z, 23 h 59",
    "2026-11-23T14:30:00Z, 1 day",
    "2026-11-10T09:00:00Z, 14 days"
  })
  void ageIsSaidInItsTwoLargestUnits(String since, String said) {
    assertThat(time.age(Instant.parse(since).toEpochMilli())).isEqualTo(said);
  }

  @Test
  void whatSeemsToComeFromTheFutureIsNew() {
    assertThat(time.age(NOW.plusSeconds(600).toEpochMilli())).isEqualTo("now");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T14:40:00Z, 14:40",
    "2026-11-26T14:30:00Z, Thu 14:30",
    "2026-11-30T23:59:00Z, Mon 23:59",
    "2026-12-01T00:00:00Z, 1 Dec"
  })
  void whatIsToComeHasItsHourWhileItIsNear(String at, String said) {
    assertThat(time.until(Instant.parse(at).toEpochMilli())).isEqualTo(said);
  }
}
