package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.refused;
import static dev.throughline.desktop.transcript.file.FileSamples.sound;
import static dev.throughline.desktop.transcript.file.FileSamples.started;
import static dev.throughline.desktop.transcript.file.FileSamples.turn;
import static dev.throughline.desktop.transcript.file.FileSamples.turns;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CueReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void allLineEndsGiveTheSameTurnsAndLineNumbers(String end) {
    String text = "WEBVTT\n\n00:01.000 --> 00:02.000\none\ntwo\n\n00:0x.000 --> 00:04.000\nthree\n";

    TranscriptFile.Read read = sound("a.vtt", text.replace("\n", end));

    assertThat(read.turns()).containsExactly(turn(1_000, 2_000, "", "one two"));
    assertThat(read.leftOut()).containsExactly(leftOut(7, Sentence.CUE_TIME));
  }

  @Test
  void theContentDecidesTheFormatBeforeTheEnding() {
    assertThat(sound("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nx").format()).isEqualTo("WebVTT");
    assertThat(sound("a.vtt", "1\n00:00:01,000 --> 00:00:02,000\nx").format()).isEqualTo("SubRip");
    assertThat(sound("a.srt", "0:00:01.000,0:00:02.000\nx").format()).isEqualTo("SBV");
    assertThat(sound("a.srt", "[{\"speaker\":\"A\",\"content\":\"x\"}]").format())
        .isEqualTo("JSON");
    assertThat(sound("transcript", "# Title\n\nwords").format()).isEqualTo("Markdown");
  }

  @Test
  void aWrongHeaderIsRefusedWithItsLine() {
    TranscriptFile.Refused refused = refused(FileSamples.read("a.vtt", "\nWEBVTX\n\nwords\n"));

    assertThat(refused.code()).isEqualTo("IMP-07");
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.sentence()).contains("“a.vtt”", "Line 2", "WEBVTT");
  }

  @Test
  void voiceTagsNameTheSpeakersOfOneCaption() {
    assertThat(
            turns(
                "a.vtt",
                """
                WEBVTT

                00:00:01.000 --> 00:00:02.000
                <v.loud P-01>Hello <b>you</b>
                there</v> aside <v Anna &amp; Co>yes
                """))
        .containsExactly(
            turn(1_000, 2_000, "P-01", "Hello you there"),
            turn(1_000, 2_000, "", "aside"),
            turn(1_000, 2_000, "Anna & Co", "yes"));
  }

  @Test
  void tagsGoEntitiesAreDecodedAndLoneSignsStay() {
    assertThat(
            caption("a &lt; b &amp;&nbsp;c <i.x>it</i><br>x<00:00:01.500> &#233; &#x2014; &copy;"))
        .isEqualTo("a < b & c it x é — &copy;");
    assertThat(caption("2 < 3 > 1 <3 <mail@example.org> & <unclosed"))
        .isEqualTo("2 < 3 > 1 <3 <mail@example.org> & <unclosed");
    assertThat(caption("{\\an8}up {not} there")).isEqualTo("up {not} there");
  }

  @Test
  void unknownTagsAreNamed() {
    TranscriptFile.Read read =
        sound("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nyes <laughs> <font color=\"red\">no\n");

    assertThat(read.turns().getFirst().text()).isEqualTo("yes no");
    assertThat(read.leftOut()).containsExactly(leftOut(2, Sentence.UNKNOWN_TAG, 1, "laughs"));
  }

  @Test
  void namesBeforeTheLinesDivideACaption() {
    assertThat(turns("a.srt", srt("JOHN: one\nMARY ANN: two\nthree")))
        .containsExactly(
            turn(1_000, 2_000, "JOHN", "one"), turn(1_000, 2_000, "MARY ANN", "two three"));
    assertThat(turns("a.srt", srt(">> P-07: one\n>> two\n>>> Élodie: three")))
        .containsExactly(
            turn(1_000, 2_000, "P-07", "one"),
            turn(1_000, 2_000, "", "two"),
            turn(1_000, 2_000, "Élodie", "three"));
    assertThat(turns("a.srt", srt("- one\ngoes on\n- Anna: two")))
        .containsExactly(turn(1_000, 2_000, "", "one goes on"), turn(1_000, 2_000, "Anna", "two"));
  }

  @Test
  void aNameOnlyInALaterLineIsPartOfTheSentence() {
    assertThat(turns("a.srt", srt("He told the\nTruth: it hurts")))
        .containsExactly(turn(1_000, 2_000, "", "He told the Truth: it hurts"));
  }

  @Test
  void aNameWithoutWordsIsNoted() {
    TranscriptFile.Read read = sound("a.srt", srt("x") + srt("Anna:"));

    assertThat(read.turns()).hasSize(1);
    assertThat(read.leftOut()).containsExactly(leftOut(6, Sentence.SPEAKER_WITHOUT_WORDS));
  }

  @Test
  void rollingCaptionsKeepWhatIsSaidTwice() {
    TranscriptFile.Read read =
        sound(
            "a.vtt",
            """
            WEBVTT

            00:00:01.000 --> 00:00:02.000
            \s
            well<00:00:01.500><c> yes</c>

            00:00:02.000 --> 00:00:02.010
            well yes
            \s

            00:00:02.010 --> 00:00:04.000
            well yes
            well<00:00:03.000><c> yes</c>

            00:00:09.000 --> 00:00:10.000
            well yes
            """);

    assertThat(read.turns())
        .containsExactly(
            turn(1_000, 2_010, "", "well yes"),
            turn(2_010, 4_000, "", "well yes"),
            turn(9_000, 10_000, "", "well yes"));
    assertThat(read.leftOut()).containsExactly(leftOut(7, Sentence.REPEATED_LINE, 2));
  }

  @Test
  void captionsThatDoNotRollMayRepeatALine() {
    assertThat(
            turns(
                "a.vtt",
                """
                WEBVTT

                00:01.000 --> 00:02.000
                yes

                00:02.000 --> 00:03.000
                yes
                """))
        .hasSize(2);
  }

  @Test
  void regionsStylesAndCommentsAreNoTurns() {
    TranscriptFile.Read read =
        sound(
            "a.vtt",
            """
            WEBVTT - My film
            X-TIMESTAMP-MAP=LOCAL:00:00:00.000

            REGION
            id:fred

            STYLE
            ::cue { color: red }

            NOTE one

            NOTE
            two
            lines

            intro
            00:01.000 --> 00:02.000 region:fred align:left
            words
            """);

    assertThat(read.title()).isEqualTo("My film");
    assertThat(read.turns()).containsExactly(turn(1_000, 2_000, "", "words"));
    assertThat(read.leftOut()).containsExactly(leftOut(10, Sentence.COMMENT, 2));
  }

  @Test
  void subRipMayLackNumbersAndBlankLines() {
    assertThat(
            turns(
                "a.srt",
                """
                00:00:01.5 --> 00:00:02
                one

                00:00:03,000 --> 00:00:04,000 X1:10 Y1:20
                two
                3
                00:00:05,000 --> 00:00:06,000
                42
                """))
        .containsExactly(
            turn(1_500, 2_000, "", "one"),
            turn(3_000, 4_000, "", "two"),
            turn(5_000, 6_000, "", "42"));
  }

  @Test
  void anArrowBetweenWordsIsNoTime() {
    assertThat(turns("a.srt", srt("from A --> B\nand back")))
        .containsExactly(turn(1_000, 2_000, "", "from A --> B and back"));
  }

  @Test
  void sbvLineBreaksBecomeBlanksAndCommasStay() {
    assertThat(turns("a.sbv", "0:00:01.000,0:00:02.000\none[br]two, 10:30,\n>> ANNA: three <x>\n"))
        .containsExactly(
            turn(1_000, 2_000, "", "one two, 10:30,"), turn(1_000, 2_000, "ANNA", "three <x>"));
  }

  @Test
  void anEndBeforeTheStartIsDroppedAndNoted() {
    TranscriptFile.Read read = sound("a.srt", "1\n00:00:09,000 --> 00:00:02,000\nx\n");

    assertThat(read.turns()).containsExactly(started(9_000, "", "x"));
    assertThat(read.leftOut()).containsExactly(leftOut(2, Sentence.END_BEFORE_START));
  }

  @Test
  void timesOutOfOrderStayInTheOrderOfTheFile() {
    TranscriptFile.Read read =
        sound(
            "a.srt",
            """
            1
            00:00:05,000 --> 00:00:06,000
            later

            2
            00:00:01,000 --> 00:00:02,000
            sooner
            """);

    assertThat(read.turns()).extracting(Turn::text).containsExactly("later", "sooner");
    assertThat(read.leftOut()).containsExactly(leftOut(6, Sentence.OUT_OF_ORDER, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-00:00:01,000 --> 00:00:02,000",
        "99999999999999999999:00:00,000 --> 00:00:02,000",
        "1001:00:00,000 --> 1001:00:01,000",
        "00:61:00,000 --> 00:62:00,000",
        "00:00:61,000 --> 00:00:62,000",
        "00:00:01,000 --> ",
        "00:00:01,000 --> x",
        "00:00:01,00x --> 00:00:02,000",
        "1 --> 2",
        "٠٠:٠٠:٠١ --> 00:00:02,000"
      })
  void aTimeThatCannotBeReadIsLeftOutWithItsLine(String timeLine) {
    TranscriptFile.Read read = sound("a.srt", srt("x") + "2\n" + timeLine + "\nlost\n");

    assertThat(read.turns()).extracting(Turn::text).containsExactly("x");
    assertThat(read.leftOut()).hasSize(1);
    assertThat(read.leftOut().getFirst().line()).isBetween(5, 6);
  }

  private static String srt(String words) {
    return "1\n00:00:01,000 --> 00:00:02,000\n" + words + "\n\n";
  }

  private static String caption(String words) {
    return turns("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + words + "\n").getFirst().text();
  }
}
