package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.read;
import static dev.throughline.desktop.transcript.file.FileSamples.refused;
import static dev.throughline.desktop.transcript.file.FileSamples.sound;
import static dev.throughline.desktop.transcript.file.FileSamples.turns;
import static dev.throughline.desktop.transcript.file.FileSamples.untimed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonListReaderTest {
  private static final String ONE = "{\"speaker\":\"A\",\"content\":\"x\"}";

  @Test
  void aListAtTheTopIsRead() {
    assertThat(turns("a.json", "\uFEFF [" + ONE + ",\n" + ONE + "]"))
        .containsExactly(untimed("A", "x"), untimed("A", "x"));
  }

  @Test
  void otherMembersAreNamedOnce() {
    TranscriptFile.Read read =
        sound(
            "a.json",
            "{\"a\":[{\"b\":1}],\n\"meeting_transcripts\":["
                + ONE
                + "],\n\"meeting_transcripts\":[],\"a\":2}");

    assertThat(read.turns()).containsExactly(untimed("A", "x"));
    assertThat(read.leftOut())
        .containsExactly(leftOut(1, Sentence.OTHER_MEMBER, 3, "a, meeting_transcripts"));
  }

  @Test
  void oddItemsAreLeftOutWithTheirPlace() {
    TranscriptFile.Read read =
        sound(
            "a.json",
            """
            [{"speaker": 1, "content": 2.50},
             {"speaker": null, "content": "x"},
             {"content": "y"},
             {"speaker": "A"},
             {"speaker": "A", "content": null},
             {"speaker": "A", "content": " \\n"},
             {"speaker": "A", "speaker": "B", "content": "x"},
             [[1]], "x", null,
             {"speaker": {"name": "A"}, "content": "z", "start": 3},
             {"speaker": "A", "content": true}]
            """);

    assertThat(read.turns())
        .containsExactly(
            untimed("1", "2.50"), untimed("", "x"), untimed("", "y"), untimed("", "z"));
    assertThat(read.leftOut())
        .containsExactly(
            leftOut(4, Sentence.ITEM_SHAPE, 4),
            leftOut(5, Sentence.ITEM_WITHOUT_WORDS, 5),
            leftOut(6, Sentence.ITEM_WITHOUT_WORDS, 6),
            leftOut(7, Sentence.ITEM_REPEATED_NAME, 7),
            leftOut(8, Sentence.ITEM_SHAPE, 8),
            leftOut(8, Sentence.ITEM_SHAPE, 9),
            leftOut(8, Sentence.ITEM_SHAPE, 10),
            leftOut(9, Sentence.OTHER_MEMBER, 3, "speaker, start, content"),
            leftOut(10, Sentence.ITEM_SHAPE, 12));
  }

  @Test
  void escapedControlsAndHalfCharactersAreRepairedAndNoted() {
    TranscriptFile.Read read =
        sound(
            "a.json",
            "[{\"speaker\":\"A\\u0007\",\"content\":\"a\\u0000b\\ud800c \\ud83d\\ude00\\r\\nd\"}]");

    assertThat(read.turns()).containsExactly(untimed("A", "ab\uFFFDc 😀\nd"));
    assertThat(read.leftOut())
        .containsExactlyInAnyOrder(
            leftOut(1, Sentence.CONTROL_CHARACTERS, 2), leftOut(1, Sentence.BROKEN_CHARACTERS, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          IMP-09 | 1 | [{"speaker":"A","content":"x"}
          IMP-09 | 1 | [{"speaker":"A","content":"x"}] x
          IMP-09 | 1 | [{"speaker":"A","content":"x"},]
          IMP-09 | 1 | {"meeting_transcripts":[{"content":"x"}]
          IMP-09 | 1 | some text
          IMP-10 | 1 | {"a": 1}
          IMP-10 | 1 | {"meeting_transcripts": 1}
          IMP-10 | 1 | 12
          IMP-08 | 1 | []
          IMP-08 | 1 | [1, 2]
          IMP-08 | 1 | {"meeting_transcripts": []}
          """)
  void whatIsNoListOfTurnsIsRefused(String code, int line, String text) {
    TranscriptFile.Refused refused = refused(read("a.json", text));

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.line()).isEqualTo(line);
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    assertThat(refused(read("a.json", "[" + ONE + ",\n\n{]")).line()).isEqualTo(3);
  }

  @Test
  void everyParsingVectorIsAnswered() {
    Path folder = FileSamples.folder("vectors/json-parsing");
    for (Path file : FileSamples.files(folder)) {
      TranscriptFile outcome = TranscriptFiles.read(file, ReadProgress.NONE);
      if (file.getFileName().toString().startsWith("n_")) {
        assertThat(outcome).as("%s", file).isInstanceOf(TranscriptFile.Refused.class);
      } else {
        assertThat(outcome).isNotNull();
      }
    }
  }
}
