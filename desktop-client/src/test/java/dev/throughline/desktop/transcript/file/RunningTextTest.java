package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.sound;
import static dev.throughline.desktop.transcript.file.FileSamples.started;
import static dev.throughline.desktop.transcript.file.FileSamples.turn;
import static dev.throughline.desktop.transcript.file.FileSamples.turns;
import static dev.throughline.desktop.transcript.file.FileSamples.untimed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTextTest {
  @Test
  void paragraphsBecomeTurnsAndKeepTheirLines() {
    assertThat(turns("a.txt", "one\n  two  \n\n\n \nthree"))
        .containsExactly(untimed("", "one\ntwo"), untimed("", "three"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P-07: yes                        | P-07        |         | yes
          INTERVIEWER: and then?           | INTERVIEWER |         | and then?
          Head of Design: no               | Head of Design |      | no
          **Anna Ek:** bold                | Anna Ek     |         | bold
          **Anna Ek**: bold                | Anna Ek     |         | bold
          李雷：你好                        | 李雷        |         | 你好
          [00:01:02] words                 |             | 62000   | words
          [01:02] - words                  |             | 62000   | words
          (1:02) Ben: words                | Ben         | 62000   | words
          [00:01:02.5] **Ben:** words      |             | 62500   | **Ben:** words
          00:01:02 words                   |             | 62000   | words
          00:01:02 Ben: words              | Ben         | 62000   | words
          #00:01:02.5# words               |             | 62500   | words
          #00:01:02-5# words               |             | 62500   | words
          Speaker 1 [00:01:02]: words      | Speaker 1   | 62000   | words
          Speaker 1 (01:02): words         | Speaker 1   | 62000   | words
          10:30 I left                     |             |         | 10:30 I left
          https://example.org/a            |             |         | https://example.org/a
          My point is: nothing             |             |         | My point is: nothing
          and: then                        |             |         | and: then
          C:\\temp                         |             |         | C:\\temp
          A name far too long to be anyone who speaks here: x | | | \
          A name far too long to be anyone who speaks here: x
          """)
  void aLineMayBeginWithATimeOrASpeaker(String line, String speaker, Long start, String text) {
    OptionalLong startMillis = start == null ? OptionalLong.empty() : OptionalLong.of(start);

    assertThat(turns("a.txt", line))
        .containsExactly(
            new Turn(speaker == null ? "" : speaker, startMillis, OptionalLong.empty(), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ben:\nwords",
        "Ben:\n\nwords",
        "**Ben:**\nwords",
        "### Ben:\nwords",
        "- Ben: words",
        "> Ben: words"
      })
  void aSpeakerMayStandAbove(String text) {
    assertThat(turns("a.md", "# Title\n\n" + text)).containsExactly(untimed("Ben", "words"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:01:02 Ben\nwords",
        "Ben 1:02\nwords",
        "Ben [00:01:02]\nwords",
        "[00:01:02]\nBen: words",
        "Ben:\n[00:01:02] words",
        "**Ben** (01:02)\nwords"
      })
  void aSpeakerAndATimeMayStandAbove(String text) {
    assertThat(turns("a.txt", text)).containsExactly(started(62_000, "Ben", "words"));
  }

  @Test
  void aNameWithATimeIsWordsWhenNothingFollows() {
    assertThat(turns("a.txt", "Ben 1:02\n\n00:01:02 Ben"))
        .containsExactly(untimed("", "Ben 1:02"), started(62_000, "", "Ben"));
  }

  @Test
  void aSpanOfTimeGivesStartAndEnd() {
    assertThat(turns("a.txt", "[00:01.000 --> 00:02.000]  one\n[00:00:03 - 00:00:04] two"))
        .containsExactly(turn(1_000, 2_000, "", "one"), turn(3_000, 4_000, "", "two"));
  }

  @Test
  void aTimeBehindAParagraphEndsItAndStartsTheNext() {
    assertThat(turns("a.txt", "I: one #00:00:05-2#\nB: two\nmore #00:00:09-0#\nI: three"))
        .containsExactly(
            new Turn("I", OptionalLong.empty(), OptionalLong.of(5_200), "one"),
            turn(5_200, 9_000, "B", "two\nmore"),
            untimed("I", "three"));
  }

  @Test
  void aSpeakerIsNotCarriedOverToTheNextParagraph() {
    assertThat(turns("a.txt", "Ben: one\n\ntwo"))
        .containsExactly(untimed("Ben", "one"), untimed("", "two"));
  }

  @Test
  void aSpeakerWithoutWordsIsNoted() {
    TranscriptFile.Read read = sound("a.txt", "Ben: one\nAnna:\nBen: two\nAnna:");

    assertThat(read.turns()).containsExactly(untimed("Ben", "one"), untimed("Ben", "two"));
    assertThat(read.leftOut())
        .containsExactly(
            leftOut(2, Sentence.SPEAKER_WITHOUT_WORDS), leftOut(4, Sentence.SPEAKER_WITHOUT_WORDS));
  }

  @Test
  void theFirstHeadingIsTheTitleAndTheOthersAreTurns() {
    TranscriptFile.Read read =
        sound("a.md", "intro\n\n## Talk with P-07 ##\n\nP-07: yes\n\n# Part two\nmore");

    assertThat(read.title()).isEqualTo("Talk with P-07 ##");
    assertThat(read.turns())
        .containsExactly(
            untimed("", "intro"),
            untimed("P-07", "yes"),
            untimed("", "Part two"),
            untimed("", "more"));
    assertThat(sound("a.md", "Under\nlined\n").title()).isEqualTo("a");
    assertThat(sound("a.md", "Underlined\n=====\n\nx").title()).isEqualTo("Underlined");
  }

  @Test
  void frontMatterGivesTheTitleAndNamesTheRest() {
    TranscriptFile.Read read =
        sound("a.md", "---\ntitle: \"A talk\"\ndate: 2026-01-02\ntags: x\n---\n# A talk\nwords");

    assertThat(read.title()).isEqualTo("A talk");
    assertThat(read.turns()).containsExactly(untimed("", "words"));
    assertThat(read.leftOut()).containsExactly(leftOut(3, Sentence.FRONT_MATTER, 2, "date, tags"));
  }

  @Test
  void aRuleThatOpensNoFrontMatterIsLayout() {
    assertThat(turns("a.md", "---\none\n***\ntwo"))
        .containsExactly(untimed("", "one"), untimed("", "two"));
  }

  @Test
  void fencedCodeIsOneTurnWordForWord() {
    assertThat(turns("a.md", "```java\nName: x\n\n# no heading\n  y\n```\nafter\n~~~\nopen"))
        .containsExactly(
            untimed("", "Name: x\n\n# no heading\n  y"), untimed("", "after"), untimed("", "open"));
  }
}
