package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.read;
import static dev.throughline.desktop.transcript.file.FileSamples.refused;
import static dev.throughline.desktop.transcript.file.FileSamples.sound;
import static dev.throughline.desktop.transcript.file.FileSamples.untimed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptFilesTest {
  private static final String WORDS = "Häuser — grün\n\nzwei “ß”";

  @TempDir Path folder;

  @Test
  void theTitleIsTheNameWithoutItsEnding() throws IOException {
    Path file = Files.writeString(folder.resolve("Talk 3.final.txt"), "words");

    assertThat(TranscriptFiles.read(file, ReadProgress.NONE))
        .isEqualTo(
            new TranscriptFile.Read(
                "Talk 3.final", "plain text", List.of(untimed("", "words")), List.of()));
    assertThat(sound(".txt", "x").title()).isEqualTo(".txt");
    assertThat(sound("", "x").title()).isEqualTo("Untitled transcript");
  }

  @Test
  void whatIsNoReadableFileIsRefused() {
    assertThat(refused(TranscriptFiles.read(folder.resolve("gone.vtt"), ReadProgress.NONE)).code())
        .isEqualTo("IMP-01");
    assertThat(refused(TranscriptFiles.read(folder, ReadProgress.NONE)).code()).isEqualTo("IMP-01");
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertThat(refused(TranscriptFiles.read("a.vtt", breaking, 9, ReadProgress.NONE)).code())
        .isEqualTo("IMP-01");
  }

  @Test
  void everyUnicodeEncodingWithAMarkGivesTheSameTurns() {
    List<Turn> turns = sound("a.txt", WORDS).turns();

    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(sound(read("a.txt", ("\uFEFF" + WORDS).getBytes(charset))).turns())
          .isEqualTo(turns);
    }
  }

  @Test
  void windows1252IsReadAndNoted() {
    TranscriptFile.Read read =
        sound(read("a.txt", ("a\n" + WORDS).getBytes(Charset.forName("windows-1252"))));

    assertThat(read.turns())
        .containsExactly(untimed("", "a\nHäuser — grün"), untimed("", "zwei “ß”"));
    assertThat(read.leftOut()).containsExactly(leftOut(2, Sentence.READ_AS_WINDOWS_1252));
  }

  @Test
  void damagedUtf8IsRefusedWithItsLine() {
    byte[] bytes = (WORDS + "x").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    TranscriptFile.Refused refused = refused(read("a.txt", bytes));

    assertThat(refused.code()).isEqualTo("IMP-05");
    assertThat(refused.line()).isEqualTo(3);
  }

  @Test
  void aHalfCharacterInUtf16IsRefusedWithItsLine() {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'a', 0, '\n', 0, 0, (byte) 0xD8, 'b', 0};

    TranscriptFile.Refused refused = refused(read("a.txt", bytes));

    assertThat(refused.code()).isEqualTo("IMP-05");
    assertThat(refused.line()).isEqualTo(2);
  }

  @Test
  void controlCharactersAreRemovedWithoutJoiningWords() {
    TranscriptFile.Read read = sound("a.txt", "one\u0007\n\ntwo\fthree\tfour\u009F");

    assertThat(read.turns()).containsExactly(untimed("", "one"), untimed("", "two three\tfour"));
    assertThat(read.leftOut()).containsExactly(leftOut(1, Sentence.CONTROL_CHARACTERS, 3));
  }

  @Test
  void progressReachesTheSizeOfTheFile() {
    List<Long> seen = new ArrayList<>();
    ReadProgress progress =
        new ReadProgress() {
          @Override
          public void bytesRead(long bytes, long bytesInAll) {
            assertThat(bytesInAll).isEqualTo(200_000);
            seen.add(bytes);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };

    TranscriptFiles.read(
        "a.txt",
        new ByteArrayInputStream("x".repeat(200_000).getBytes(StandardCharsets.UTF_8)),
        200_000,
        progress);

    assertThat(seen).isSorted().hasSizeGreaterThan(3).endsWith(200_000L);
  }

  @Test
  void readingEndsSoonAfterItIsCancelled() {
    byte[] captions =
        ("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nx\n\n".repeat(50_000))
            .getBytes(StandardCharsets.UTF_8);
    byte[] list =
        ("[" + "{\"speaker\":\"A\",\"content\":\"x\"},".repeat(50_000))
            .getBytes(StandardCharsets.UTF_8);
    byte[] lines = "x\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    assertThat(questionsUntilCancelled("a.vtt", captions)).isLessThan(60);
    assertThat(questionsUntilCancelled("a.json", list)).isLessThan(60);
    assertThat(questionsUntilCancelled("a.txt", lines)).isLessThan(60);
    assertThat(questionsUntilCancelled("a.md", lines)).isLessThan(60);
  }

  /** Cancels at the fortieth question, which comes after the bytes are read. */
  private static int questionsUntilCancelled(String name, byte[] bytes) {
    int[] questions = {0};
    ReadProgress progress =
        new ReadProgress() {
          @Override
          public void bytesRead(long done, long bytesInAll) {}

          @Override
          public boolean isCancelled() {
            questions[0]++;
            return questions[0] > 40;
          }
        };
    assertThat(TranscriptFiles.read(name, new ByteArrayInputStream(bytes), bytes.length, progress))
        .isInstanceOf(TranscriptFile.Cancelled.class);
    return questions[0];
  }
}
