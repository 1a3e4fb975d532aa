package dev.throughline.desktop.transcript.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of damaged files from one seed: whatever they hold, the answer keeps its promises. */
class TranscriptFuzzTest {
  private static final long SEED = 20_261_123;
  private static final int ROUNDS = 6_000;
  private static final String[] NAMES = {"a.vtt", "a.srt", "a.sbv", "a.md", "a.txt", "a.json", "a"};
  private static final String[] OWN = {
    "WEBVTT - Title\n\nNOTE x\n\n00:01.000 --> 00:02.000\n<v P-01>Hello <b>you</b>\n- and\n- you\n",
    "1\n00:00:01,000 --> 00:00:02,000\n>> ANNA: {\\an8}one &amp; two\n\n2\n00:00:03,000 --> 1\nx\n",
    "0:00:01.000,0:00:02.000\none[br]two\n\n0:00:03.000,0:00:02.000\nBen: three\n",
    "---\n"
        + "title: T\n"
        + "x: y\n"
        + "---\n"
        + "# T\n\n"
        + "**P-01:** yes #00:00:05-2#\n\n"
        + "```\n"
        + "code\n"
        + "```\n"
        + "00:01:02 Ben\n"
        + "x\n",
    "{\"a\":[1],\"meeting_transcripts\":[{\"speaker\":\"A\",\"content\":\"x \\ud83d\\ude00\"},{}]}"
  };
  private static final String[] PIECES = {
    "-->",
    "\0",
    "\uFEFF",
    "<v ",
    "<00:00:01.000><c>",
    "</",
    "&#55296;",
    "&lt;",
    "\r",
    "\n\n",
    "\"",
    "\\ud800",
    "[",
    "{",
    "}",
    "]",
    ",",
    ":",
    "99:99:99,999",
    "-1",
    "NOTE ",
    "WEBVTT",
    "```",
    "---",
    "# ",
    "**",
    "[00:01]",
    "#00:00:01#",
    ">> ",
    "- ",
    "\u0007",
    "\u2028",
    "😀",
    "0:00:01.0,0:00:02.0"
  };

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void everyDamagedFileIsAnsweredWithinTheLimits() throws IOException {
    List<byte[]> seeds = seeds();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size()));
      int changes = 1 + random.nextInt(8);
      for (int i = 0; i < changes; i++) {
        bytes = changed(bytes, seeds);
      }
      String name = NAMES[random.nextInt(NAMES.length)];
      String story = "seed " + SEED + ", round " + round + ", " + name;
      checkOutcome(story, FileSamples.read(name, bytes));
    }
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String own : OWN) {
      seeds.add(own.getBytes(StandardCharsets.UTF_8));
      seeds.add(("\uFEFF" + own).getBytes(StandardCharsets.UTF_16LE));
    }
    for (String folder : new String[] {"../../shared", "../shared"}) {
      Path captions = Path.of(folder, "samples", "captions");
      if (Files.isDirectory(captions)) {
        for (Path file : FileSamples.files(captions)) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private byte[] changed(byte[] bytes, List<byte[]> seeds) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(40));
    byte[] head = Arrays.copyOf(bytes, at);
    byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
    byte[] cut = Arrays.copyOfRange(bytes, at, to);
    return switch (random.nextInt(7)) {
      case 0 -> head;
      case 1 -> joined(head, tail);
      case 2 -> joined(head, cut, cut, cut, tail);
      case 3 -> joined(head, new byte[] {(byte) random.nextInt(256)}, cut, tail);
      case 4 -> joined(head, seeds.get(random.nextInt(seeds.size())));
      case 5 -> joined(tail, head, cut);
      default -> joined(head, piece(), cut, tail);
    };
  }

  private byte[] piece() {
    return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  static void checkOutcome(String story, TranscriptFile outcome) {
    switch (outcome) {
      case TranscriptFile.Read read -> checkRead(story, read);
      case TranscriptFile.Refused refused -> {
        assertThat(refused.code()).as(story).matches("IMP-\\d\\d");
        assertThat(refused.sentence()).as(story).startsWith("“a").doesNotContain("%");
        assertThat(refused.line()).as(story).isNotNegative();
      }
      case TranscriptFile.Cancelled _ -> throw new AssertionError(story + " was cancelled");
    }
  }

  private static void checkRead(String story, TranscriptFile.Read read) {
    assertThat(read.title()).as(story).isNotBlank();
    assertThat(read.title().length()).isLessThanOrEqualTo(TranscriptLimits.TITLE_LENGTH_MAX);
    assertThat(read.turns()).as(story).isNotEmpty();
    for (Turn turn : read.turns()) {
      boolean isSound =
          !turn.text().isBlank()
              && turn.text().length() <= TranscriptLimits.TURN_TEXT_LENGTH_MAX
              && turn.speaker().length() <= TranscriptLimits.SPEAKER_LENGTH_MAX
              && isShowable(turn.text())
              && isShowable(turn.speaker())
              && hasSoundTimes(turn);
      assertThat(isSound).as("%s: %s", story, turn).isTrue();
    }
    for (LeftOut leftOut : read.leftOut()) {
      assertThat(leftOut.line()).as(story).isNotNegative();
      assertThat(leftOut.reason()).as(story).isNotBlank();
    }
  }

  private static boolean isShowable(String text) {
    return text.codePoints()
        .allMatch(
            point ->
                point == '\t'
                    || point == '\n'
                    || (!Character.isISOControl(point)
                        && Character.getType(point) != Character.SURROGATE));
  }

  private static boolean hasSoundTimes(Turn turn) {
    long start = turn.startMillis().orElse(0);
    long end = turn.endMillis().orElse(TranscriptLimits.TIME_MILLIS_MAX);
    return 0 <= start && start <= end && end <= TranscriptLimits.TIME_MILLIS_MAX;
  }
}
