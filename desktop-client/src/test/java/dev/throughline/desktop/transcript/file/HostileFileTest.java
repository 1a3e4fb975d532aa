package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.read;
import static dev.throughline.desktop.transcript.file.FileSamples.refused;
import static dev.throughline.desktop.transcript.file.FileSamples.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that would hurt a careless reader. All are generous about time but not about its growth.
 */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileFileTest {
  private static final int MILLION = 1_000_000;

  /** Long enough for a reader that takes quadratic time to meet the time limit. */
  private static final int REPETITION_LENGTH = MILLION / 4;

  @TempDir Path folder;

  @Test
  void anArchiveIsRefusedWhateverItIsCalled() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.vtt"));
      zip.write("WEBVTT".getBytes(StandardCharsets.US_ASCII));
    }

    TranscriptFile.Refused refused = refused(read("a.vtt", bytes.toByteArray()));

    assertThat(refused.code()).isEqualTo("IMP-04");
    assertThat(refused.sentence()).contains("ZIP archive");
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a0000, a picture",
    "4d5a90000300000004000000, binary data",
    "7f454c46020101, a program",
    "255044462d312e37, a PDF document",
    "7b5c72746631, rich text (RTF)",
    "000000186674797069736f6d, a recording",
    "3c21444f43545950452068746d6c3e, a web page or XML",
    "57454256545400, binary data",
    "fffe61000000, binary data"
  })
  void binaryFilesAreRefusedByName(String hex, String kind) {
    TranscriptFile.Refused refused = refused(read("a.vtt", HexFormat.of().parseHex(hex)));

    assertThat(refused.code()).isEqualTo("IMP-04");
    assertThat(refused.sentence()).contains(kind);
  }

  @Test
  void aZeroByteIsRefusedWithItsLine() {
    assertThat(refused(read("a.txt", "one\r\ntwo\nthr\0ee")).line()).isEqualTo(3);
  }

  @Test
  void aFileOf200MegabytesIsRefusedUnread() throws IOException {
    Path file = folder.resolve("a.vtt");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(200L * MILLION);
    }

    TranscriptFile.Refused refused = refused(TranscriptFiles.read(file, ReadProgress.NONE));

    assertThat(refused.code()).isEqualTo("IMP-02");
    assertThat(refused.sentence()).contains("64 MiB");
  }

  @Test
  void aStreamThatNeverEndsIsRefusedAtTheLimit() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
            return length;
          }
        };

    assertThat(refused(TranscriptFiles.read("a.txt", endless, -1, ReadProgress.NONE)).code())
        .isEqualTo("IMP-02");
  }

  @Test
  void oneLineOf50MegabytesIsDividedBetweenWords() {
    TranscriptFile.Read read = sound("a.txt", "word ".repeat(10 * MILLION));

    assertThat(read.turns()).hasSize(500);
    assertThat(read.turns()).allMatch(turn -> turn.text().matches("[word ]{1,100000}"));
    assertThat(read.turns().stream().mapToLong(HostileFileTest::words).sum())
        .isEqualTo(10L * MILLION);
    assertThat(read.leftOut())
        .containsExactly(leftOut(1, Sentence.TURN_DIVIDED, 100_000, read.turns().size()));
  }

  @Test
  void aWordWithoutEndIsDividedBetweenCharacters() {
    String text = "x" + "😀".repeat(150_000);

    TranscriptFile.Read read = sound("a.txt", text);

    assertThat(read.turns())
        .extracting(turn -> turn.text().length())
        .containsExactly(99_999, 100_000, 100_000, 2);
    assertThat(String.join("", read.turns().stream().map(Turn::text).toList())).isEqualTo(text);
  }

  @Test
  void aMillionCaptionsAreRefused() {
    String caption = "00:01.000 --> 00:02.000\nx\n\n";

    assertThat(sound("a.vtt", "WEBVTT\n\n" + caption.repeat(200_000)).turns()).hasSize(200_000);
    TranscriptFile.Refused refused = refused(read("a.vtt", "WEBVTT\n\n" + caption.repeat(MILLION)));
    assertThat(refused.code()).isEqualTo("IMP-06");
    assertThat(refused.line()).isEqualTo(600_003);
    assertThat(refused.sentence()).contains("200,000");
  }

  @Test
  void aCaptionOfAMillionLinesIsDividedAndKeepsEveryLine() {
    TranscriptFile.Read read =
        sound("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n" + "w x\n".repeat(MILLION));

    assertThat(read.turns()).hasSize(1_000);
    assertThat(read.turns().stream().mapToLong(HostileFileTest::words).sum()).isEqualTo(MILLION);
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void aMillionBrokenCaptionsAreCounted() {
    TranscriptFile.Read read =
        sound(
            "a.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n" + "00:0x --> 1\ny\n\n".repeat(MILLION));

    assertThat(read.leftOut()).hasSizeLessThanOrEqualTo(TranscriptLimits.LEFT_OUT_MAX + 1);
    int listed = read.leftOut().size() - 1;
    assertThat(read.leftOut().getLast().reason())
        .isEqualTo(Sentence.MORE_LEFT_OUT.with(MILLION - listed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"meeting_transcripts\":[", "[{\"content\":["})
  void jsonNestedTooDeeplyIsRefused(String level) {
    assertThat(refused(read("a.json", level.repeat(100_000))).code()).isIn("IMP-09", "IMP-11");
  }

  @Test
  void aHugeJsonStringIsDivided() {
    String json = "[{\"speaker\":\"" + "A".repeat(900) + "\",\"content\":\"%s\"}]";

    TranscriptFile.Read read = sound("a.json", json.formatted("word ".repeat(5 * MILLION)));

    assertThat(read.turns()).hasSize(250);
    assertThat(read.turns().getFirst().speaker()).hasSize(200);
    assertThat(read.leftOut()).contains(leftOut(1, Sentence.SPEAKER_CUT, 200));
  }

  @Test
  void aHugeJsonNumberOrNameIsRefused() {
    assertThat(refused(read("a.json", "[{\"speaker\":" + "9".repeat(MILLION) + "}]")).code())
        .isEqualTo("IMP-11");
    assertThat(refused(read("a.json", "[{\"" + "n".repeat(MILLION) + "\":1}]")).code())
        .isEqualTo("IMP-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<v ",
        "<b>",
        "{\\",
        "&",
        "&amp;",
        ">",
        ">>",
        "- ",
        "A:",
        "A: ",
        "[",
        "(",
        "#",
        "**",
        "# ",
        "> ",
        "```\n",
        "`",
        "\n",
        "\r",
        " ",
        "\t",
        "00:",
        "0:00:00.0,",
        "1\n",
        "-->",
        "00:00:01.000 --> ",
        "NOTE\n",
        "STYLE\n",
        "---\n",
        "[{",
        "Ann ",
        "😀",
        "\uFEFF"
      })
  void noRepetitionTakesMoreThanLinearTime(String piece) {
    String much = piece.repeat(REPETITION_LENGTH / piece.length());
    for (String name : new String[] {"a.vtt", "a.srt", "a.sbv", "a.md", "a.txt", "a.json"}) {
      assertThatCode(() -> read(name, much)).doesNotThrowAnyException();
      assertThatCode(() -> read(name, caption(name) + much)).doesNotThrowAnyException();
    }
  }

  private static String caption(String name) {
    return switch (name) {
      case "a.vtt" -> "WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.500><c>x</c>\n";
      case "a.srt" -> "1\n00:00:01,000 --> 00:00:02,000\n";
      case "a.sbv" -> "0:00:01.000,0:00:02.000\n";
      case "a.md" -> "# Title\n";
      case "a.txt" -> "[00:01] ";
      default -> "[{\"speaker\":\"A\",\"content\":\"";
    };
  }

  @Test
  void anEmptyFileIsRefused() {
    for (String text : new String[] {"", " \n\t\r\n", "\uFEFF"}) {
      TranscriptFile.Refused refused =
          refused(
              TranscriptFiles.read(
                  "a.txt",
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                  -1,
                  ReadProgress.NONE));
      assertThat(refused.code()).isEqualTo("IMP-03");
    }
  }

  private static long words(Turn turn) {
    return turn.text().chars().filter(c -> c == 'w').count();
  }
}
