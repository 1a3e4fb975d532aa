package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.sound;
import static dev.throughline.desktop.transcript.file.FileSamples.started;
import static dev.throughline.desktop.transcript.file.FileSamples.turn;
import static dev.throughline.desktop.transcript.file.FileSamples.untimed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
  private static TranscriptFile.Read read(byte[] bytes) {
    return sound(FileSamples.read("talk.docx", bytes));
  }

  private static List<Turn> turns(String... paragraphs) {
    return read(DocxSamples.paragraphs(paragraphs)).turns();
  }

  @Test
  void paragraphsWithNamesAreTurns() {
    TranscriptFile.Read read =
        read(DocxSamples.paragraphs("Interviewer: How was it?", "", "P-07: Long.\nAnd dull."));

    assertThat(read.turns())
        .containsExactly(
            untimed("Interviewer", "How was it?"), untimed("P-07", "Long.\nAnd dull."));
    assertThat(read.format()).isEqualTo("Word");
    assertThat(read.title()).isEqualTo("talk");
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void aParagraphWithoutMarkIsATurnOfNobody() {
    assertThat(turns("Ada: one", "two")).containsExactly(untimed("Ada", "one"), untimed("", "two"));
  }

  @Test
  void whatAFileIsCalledDoesNotDecide() {
    byte[] bytes = DocxSamples.paragraphs("Ada: one");

    assertThat(sound(FileSamples.read("talk.txt", bytes)).format()).isEqualTo("Word");
    assertThat(sound(FileSamples.read("talk", bytes)).turns())
        .containsExactly(untimed("Ada", "one"));
  }

  @Test
  void timeMarksStandBeforeTheWordsOrBehindTheSpeaker() {
    assertThat(
            turns(
                "#00:12:03.4# one",
                "[00:12:04] two",
                "00:12:05.4 three",
                "Ada: #00:12:06-5# four",
                "Ada [00:12:07] five",
                "Ada: [00:12:08] six",
                "[0:09] Ada: seven"))
        .containsExactly(
            started(723_400, "", "one"),
            started(724_000, "", "two"),
            started(725_400, "", "three"),
            started(726_500, "Ada", "four"),
            started(727_000, "Ada", "five"),
            started(728_000, "Ada", "six"),
            started(9_000, "Ada", "seven"));
  }

  @Test
  void timeMarksBehindParagraphsAreTheirEnds() {
    assertThat(turns("one #00:00:02-5#", "two #00:00:04-0#").get(1))
        .isEqualTo(turn(2_500, 4_000, "", "two"));
  }

  @Test
  void meetingTranscriptsHaveNameAndTimeOnALineOfTheirOwn() {
    assertThat(turns("Ines K.   0:03\nGood morning.", "Ben T.   1:02:05", "Hello. Can we start?"))
        .containsExactly(
            started(3_000, "Ines K.", "Good morning."),
            started(3_725_000, "Ben T.", "Hello. Can we start?"));
  }

  @Test
  void olderMeetingTranscriptsHaveASpanAndTheNameBelow() {
    assertThat(turns("0:0:0.0 --> 0:0:3.120\nInes K.\nGood morning.", "0:0:4.0 --> 0:0:5.0\nYes."))
        .containsExactly(
            turn(0, 3_120, "Ines K.", "Good morning."), turn(4_000, 5_000, "", "Yes."));
  }

  @Test
  void boldNamesThatComeBackAreSpeakers() {
    byte[] bytes =
        DocxSamples.document(
            document -> {
              DocxSamples.bold(document, "Important", " is what comes.");
              DocxSamples.bold(document, "Ines K.", " Good morning.");
              DocxSamples.bold(document, "P-07:", " Hello.");
              DocxSamples.bold(document, "Ines K. ", "Shall we?");
              DocxSamples.bold(document, "Ines K.", "");
              document.createParagraph().createRun().setText("Below the name.");
            });

    assertThat(read(bytes).turns())
        .containsExactly(
            untimed("", "Important is what comes."),
            untimed("Ines K.", "Good morning."),
            untimed("P-07", "Hello."),
            untimed("Ines K.", "Shall we?"),
            untimed("Ines K.", "Below the name."));
  }

  @Test
  void tabsDivideTimeSpeakerAndWords() {
    assertThat(turns("P-07\tYes, often.", "0:05\tAda\tWhy?", "0:07\tbecause", "yes\tno"))
        .containsExactly(
            untimed("P-07", "Yes, often."),
            started(5_000, "Ada", "Why?"),
            started(7_000, "", "because"),
            untimed("", "yes\tno"));
  }

  @Test
  void rowsOfTablesAreTurns() {
    byte[] bytes =
        DocxSamples.document(
            document -> {
              document.createParagraph().createRun().setText("Ada: before");
              DocxSamples.table(
                  document,
                  new String[] {"Time", "Speaker", "Text", "Topic"},
                  new String[] {"00:00:03", "ines k.", "Good morning.\nAll well?", "start"},
                  new String[] {"0:07", "", "Hm.", ""});
              DocxSamples.table(
                  document,
                  new String[] {"P-07", "Yes."},
                  new String[] {"Ada:", "No."},
                  new String[] {"what", "ever"});
              DocxSamples.table(document, new String[] {"0:09", "P-07: In a cell."});
            });

    TranscriptFile.Read read = read(bytes);

    assertThat(read.turns())
        .containsExactly(
            untimed("Ada", "before"),
            started(3_000, "ines k.", "Good morning.\nAll well?"),
            started(7_000, "", "Hm."),
            untimed("P-07", "Yes."),
            untimed("Ada", "No."),
            untimed("", "what\never"),
            started(9_000, "P-07", "In a cell."));
    assertThat(read.leftOut())
        .containsExactly(
            leftOut(2, Sentence.TABLE_HEADING, 1, ""),
            leftOut(6, Sentence.TABLE_COLUMN, 1, "Topic"));
  }

  @Test
  void deletedAndMovedTextIsNoTextAndInsertedTextIs() {
    byte[] bytes =
        DocxSamples.body(
            "<w:p><w:r><w:t>Ada: I"
                + " </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
                + "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
                + "<w:ins><w:r><w:t>always</w:t></w:r></w:ins></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Ben:"
                + " one, </w:t></w:r></w:p><w:p><w:r><w:t>two.</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Last.</w:t></w:r></w:p>");

    assertThat(read(bytes).turns())
        .containsExactly(
            untimed("Ada", "I always"), untimed("Ben", "one, two."), untimed("", "Last."));
  }

  @Test
  void fieldsAndLinksAreTheWordsTheyShow() {
    byte[] bytes =
        DocxSamples.body(
            "<w:p><w:r><w:t>Ada: see </w:t></w:r><w:hyperlink><w:r><w:t>the"
                + " page</w:t></w:r></w:hyperlink><w:r><w:fldChar"
                + " w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT"
                + " </w:instrText></w:r><w:r><w:fldChar"
                + " w:fldCharType=\"separate\"/></w:r><w:r><w:t> 12</w:t></w:r><w:fldSimple"
                + " w:instr=\"DATE\"><w:r><w:t> of May</w:t></w:r></w:fldSimple></w:p>");

    assertThat(read(bytes).turns()).containsExactly(untimed("Ada", "see the page 12 of May"));
  }

  @Test
  void whatIsNoWordIsLeftOutWithANote() {
    byte[] bytes =
        DocxSamples.body(
            "<w:p><w:r><w:t>Ada: one</w:t></w:r><w:r><w:footnoteReference"
                + " w:id=\"1\"/></w:r></w:p><w:p><w:r><w:drawing><t>inside</t></w:drawing></w:r><w:r><w:t>Ben:"
                + " two</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>");

    TranscriptFile.Read read = read(bytes);

    assertThat(read.turns()).containsExactly(untimed("Ada", "one"), untimed("Ben", "two"));
    assertThat(read.leftOut())
        .containsExactly(
            leftOut(1, Sentence.DOCX_NOTES, 2, ""),
            leftOut(2, Sentence.DOCX_OBJECTS, 1, ""),
            leftOut(3, Sentence.DOCX_HIDDEN, 6, ""));
  }

  @Test
  void theParagraphInTheStyleOfTitlesIsTheTitle() {
    byte[] bytes =
        DocxSamples.document(
            document -> {
              XWPFParagraph title = document.createParagraph();
              title.setStyle("Title");
              title.createRun().setText("Tariff switching, P-07");
              document.createParagraph().createRun().setText("Ada: one");
            });

    TranscriptFile.Read read = read(bytes);

    assertThat(read.title()).isEqualTo("Tariff switching, P-07");
    assertThat(read.turns()).containsExactly(untimed("Ada", "one"));
  }

  @Test
  void tabStopsAndFormerPropertiesAreNoText() {
    byte[] bytes =
        DocxSamples.body(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"100\"/></w:tabs></w:pPr><w:r><w:rPr>"
                + "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Ada: a</w:t>"
                + "<w:noBreakHyphen/><w:t xml:space=\"preserve\">b </w:t></w:r></w:p>");

    assertThat(read(bytes).turns()).containsExactly(untimed("Ada", "a-b"));
  }

  @Test
  void anEmptyDocumentSaysThatNothingIsInIt() {
    TranscriptFile.Refused refused =
        FileSamples.refused(
            FileSamples.read("a.docx", DocxSamples.document(XWPFDocument::getBodyElements)));

    assertThat(refused.code()).isEqualTo("IMP-08");
  }
}
