package dev.throughline.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.signing.Sha256;
import dev.throughline.server.blob.BegunParts.Key;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.played.MovedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came of a part that was cut off is there for whoever goes on, and nothing mixes. */
class BegunPartsTest {
  private static final UUID UPLOAD = new UUID(1, 2);
  private static final byte[] PART = BlobDevice.bytes(1, 1_000);
  private static final Key KEY = key(0, PART);

  @TempDir Path temp;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T09:00:00Z"));

  private static Key key(int index, byte[] part) {
    return new Key(UPLOAD, index, Sha256.hex(part));
  }

  private BegunParts parts(int most) {
    return new BegunParts(temp.resolve("begun"), most, clock);
  }

  private static InputStream stretch(byte[] part, int from, int to) {
    return new ByteArrayInputStream(part, from, to - from);
  }

  private static byte[] read(BegunPart.Turn turn, InputStream rest) throws IOException {
    return new PartBody(turn, rest).readAllBytes();
  }

  /** Sends a stretch and is cut off. */
  private static void cut(BegunParts parts, Key key, byte[] part, int from, int to)
      throws IOException {
    BegunPart.Turn turn = parts.take(key, from).orElseThrow();
    read(turn, stretch(part, from, to));
    parts.end(key, turn, true);
  }

  private static long there(BegunParts parts) {
    return parts.of(UPLOAD).stream().mapToLong(part -> part.length()).sum();
  }

  @Test
  void cutAnywhereAndAsOftenAsYouLikeItComesTogether() throws Exception {
    Random dice = new Random(7);
    try (BegunParts parts = parts(4)) {
      for (int round = 0; round < 50; round++) {
        int from = 0;
        while (from < PART.length) {
          int to = Math.min(PART.length, from + dice.nextInt(400));
          cut(parts, KEY, PART, from, to);
          assertThat(there(parts)).isEqualTo(to);
          from = dice.nextInt(4) == 0 ? dice.nextInt(to + 1) : to;
        }
        BegunPart.Turn last = parts.take(KEY, PART.length).orElseThrow();
        assertThat(read(last, InputStream.nullInputStream())).isEqualTo(PART);
        parts.end(KEY, last, false);
        assertThat(parts.of(UPLOAD)).isEmpty();
      }
    }
  }

  @Test
  void beyondWhatIsThereNobodyGoesOn() throws Exception {
    try (BegunParts parts = parts(4)) {
      assertThat(parts.take(KEY, 1)).isEmpty();
      cut(parts, KEY, PART, 0, 300);
      assertThat(parts.take(KEY, 301)).isEmpty();
      assertThat(parts.take(key(0, new byte[] {1}), 300)).as("other content").isEmpty();
      assertThat(parts.take(key(1, PART), 300)).as("another place").isEmpty();
      assertThat(parts.take(new Key(new UUID(3, 4), 0, KEY.digest()), 300)).isEmpty();
      assertThat(there(parts)).isEqualTo(300);
    }
  }

  @Test
  void whatIsSentAgainTakesThePlaceOfWhatWasThere() throws Exception {
    byte[] wrong = BlobDevice.bytes(2, 1_000);
    try (BegunParts parts = parts(4)) {
      cut(parts, KEY, wrong, 0, 800);
      BegunPart.Turn whole = parts.take(KEY, 0).orElseThrow();
      assertThat(there(parts)).isZero();
      assertThat(read(whole, stretch(PART, 0, 1_000))).isEqualTo(PART);
    }
  }

  @Test
  void ofTwoSendersTheLaterKeepsAndTheEarlierStillSendsAllOfIt() throws Exception {
    byte[] other = BlobDevice.bytes(3, 1_000);
    try (BegunParts parts = parts(4)) {
      BegunPart.Turn first = parts.take(KEY, 0).orElseThrow();
      PartBody slow = new PartBody(first, stretch(other, 0, 1_000));
      byte[] begin = slow.readNBytes(400);
      BegunPart.Turn second = parts.take(KEY, 300).orElseThrow();
      byte[] end = slow.readAllBytes();
      assertThat(begin).isEqualTo(Arrays.copyOf(other, 400));
      assertThat(end).isEqualTo(Arrays.copyOfRange(other, 400, 1_000));
      parts.end(KEY, first, false);
      assertThat(there(parts)).as("what the second goes on with").isEqualTo(300);
      byte[] all = read(second, stretch(PART, 300, 1_000));
      assertThat(all).startsWith(Arrays.copyOf(other, 300)).endsWith(PART[999]);
      parts.end(KEY, second, false);
      assertThat(parts.of(UPLOAD)).isEmpty();
    }
  }

  @Test
  void whoLostTheTurnBeforeReadingWhatWasThereIsToldToComeAgain() throws Exception {
    try (BegunParts parts = parts(4)) {
      cut(parts, KEY, PART, 0, 500);
      BegunPart.Turn first = parts.take(KEY, 500).orElseThrow();
      assertThat(parts.take(KEY, 200)).isPresent();
      assertThatThrownBy(() -> read(first, stretch(PART, 500, 1_000)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BUSY));
    }
  }

  @Test
  void whenThereAreTooManyTheEldestThatNobodySendsGoes() throws Exception {
    try (BegunParts parts = parts(2)) {
      cut(parts, key(0, PART), PART, 0, 100);
      cut(parts, key(1, PART), PART, 0, 100);
      cut(parts, key(0, PART), PART, 100, 200);
      assertThat(parts.take(key(2, PART), 0)).isPresent();
      assertThat(parts.of(UPLOAD)).extracting(part -> part.index()).containsExactly(0);
      assertThat(parts.take(key(0, PART), 200)).isPresent();
      assertThat(parts.take(key(3, PART), 0)).as("both are being sent").isEmpty();
      assertThat(files()).isLessThanOrEqualTo(2);
    }
    try (BegunParts none = parts(0)) {
      assertThat(none.take(KEY, 0)).isEmpty();
    }
  }

  @Test
  void longerThanAPartNothingIsKept() throws Exception {
    try (BegunParts parts = parts(4)) {
      BegunPart.Turn turn = parts.take(KEY, 0).orElseThrow();
      byte[] much = new byte[BlobManifest.PART_BYTES + 1];
      assertThat(read(turn, new ByteArrayInputStream(much))).hasSameSizeAs(much);
      parts.end(KEY, turn, true);
      assertThat(parts.of(UPLOAD)).isEmpty();
    }
  }

  @Test
  void whatNobodyGoesOnWithAndWhatIsOverGoes() throws Exception {
    try (BegunParts parts = parts(4)) {
      cut(parts, key(0, PART), PART, 0, 100);
      clock.pass(BegunParts.KEPT.minus(Duration.ofMinutes(1)));
      cut(parts, key(1, PART), PART, 0, 100);
      clock.pass(Duration.ofMinutes(2));
      parts.sweep();
      assertThat(parts.of(UPLOAD)).extracting(part -> part.index()).containsExactly(1);
      parts.forget(new UUID(3, 4));
      assertThat(parts.of(UPLOAD)).hasSize(1);
      parts.forget(UPLOAD);
      assertThat(parts.of(UPLOAD)).isEmpty();
      cut(parts, KEY, PART, 0, 100);
    }
    assertThat(files()).as("after the end").isZero();
  }

  @Test
  void whereNothingCanBeWrittenAPartIsSentAllTheSame() throws Exception {
    Files.writeString(temp.resolve("begun"), "no folder");
    try (BegunParts parts = parts(4)) {
      assertThat(parts.take(KEY, 0)).isEqualTo(Optional.empty());
    }
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("begun"))) {
      return files.count();
    }
  }
}
