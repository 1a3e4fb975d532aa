package dev.throughline.desktop.transcript.file;

import static dev.throughline.desktop.transcript.file.FileSamples.leftOut;
import static dev.throughline.desktop.transcript.file.FileSamples.started;
import static dev.throughline.desktop.transcript.file.FileSamples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of the caption samples, sound or broken, and exactly what becomes of it. */
class CaptionSamplesTest {
  private static final String CAPTION = "Caption text #";

  /** The times of the film that most samples share, in milliseconds. */
  private static final long[] FILM = {
    500, 7_000, 11_890, 16_320, 21_580, 23_880, 27_280, 30_280, 36_510, 38_870, 45_000, 47_000,
    50_970, 54_440, 58_600, 61_350, 64_300
  };

  private static final LeftOut SBV_END = leftOut(12, Sentence.END_BEFORE_START);

  private final Map<String, TranscriptFile> expected = new TreeMap<>();

  CaptionSamplesTest() {
    soundFiles();
    filesTakenInPart();
    refusedFiles();
  }

  @TestFactory
  Stream<DynamicTest> everyFileHasItsOutcome() {
    Path folder = FileSamples.folder("captions");
    return expected.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(
                                TranscriptFiles.read(
                                    folder.resolve(entry.getKey()), ReadProgress.NONE))
                            .isEqualTo(entry.getValue())));
  }

  @Test
  void noFileIsForgotten() {
    assertThat(FileSamples.files(FileSamples.folder("captions")))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyElementsOf(expected.keySet());
  }

  private void soundFiles() {
    vtt("captions_with_bom", film(1, 2, 3, 4));
    vtt("metadata_headers", film(1, 2));
    vtt("metadata_headers_multiline", film(1, 2));
    vtt("one_caption", film(1));
    vtt("sample", film(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
    vtt("using_identifiers", film(1, 2, 3, 4, 5, 6));
    vtt("styles", List.of(turn(0, 10_000, "", "Hello world.")));
    vtt(
        "cue_tags",
        List.of(
            turn(16_500, 18_500, "", "When the moon hits your eye"),
            turn(18_500, 20_500, "", "Like a big-a pizza pie"),
            turn(20_500, 21_500, "", "That's amore")));
    srt("one_caption", film(1));
    srt("sample", film(1, 2, 3, 4, 5));
    // A point instead of the comma in one time is tolerated.
    srt("invalid_timeframe", film(1, 2, 3, 4, 5));
    sbv("two_captions", List.of(sbv1(), turn(11_378, 12_305, "", twoLines(2))));
  }

  private void filesTakenInPart() {
    expected.put(
        "comments.vtt",
        new TranscriptFile.Read(
            "Translation of that film I like",
            "WebVTT",
            List.of(
                turn(135_000, 140_000, "", "Ta en kopp varmt te."),
                turn(135_000, 140_000, "", "Det är inte varmt."),
                turn(140_000, 145_000, "", "Har en kopp te."),
                turn(140_000, 145_000, "", "Det smakar som te."),
                turn(145_000, 150_000, "", "Ta en kopp")),
            List.of(leftOut(3, Sentence.COMMENT, 2))));
    vtt(
        "youtube_dl",
        List.of(
            turn(286_070, 286_470, "", "yeah"),
            turn(286_470, 304_080, "", "what"),
            turn(304_080, 305_400, "", "this will happen is I'm telling")),
        leftOut(16, Sentence.REPEATED_LINE, 2));
    vtt("invalid", film(1, 2, 3, 4, 5, 6, 7), leftOut(1, Sentence.HEADER_MISSING));
    vtt("invalid_timeframe", film(1, 3, 4, 5, 6, 7), leftOut(6, Sentence.CUE_TIME));
    vtt("missing_timeframe", film(1, 3, 4, 5, 6, 7), leftOut(6, Sentence.WORDS_WITHOUT_TIME));
    vtt("missing_caption_text", film(1, 3, 4, 5), leftOut(6, Sentence.CUE_WITHOUT_WORDS));
    vtt(
        "invalid_timeframe_in_cue_text",
        List.of(film(1).getFirst(), turn(7_000, 10_890, "", CAPTION + 2), film(3).getFirst()),
        leftOut(6, Sentence.CUE_WITHOUT_WORDS));
    srt("missing_timeframe", film(1, 3, 4, 5), leftOut(5, Sentence.WORDS_WITHOUT_TIME));
    srt("missing_caption_text", film(1, 3, 4, 5), leftOut(6, Sentence.CUE_WITHOUT_WORDS));
    sbv(
        "sample",
        List.of(sbv1(), sbv2(), turn(13_489, 15_489, "", twoLines(3)), sbv4(), sbv5()),
        leftOut(14, Sentence.END_BEFORE_START));
    sbv(
        "invalid_timeframe",
        List.of(sbv1(), sbv2(), sbv4(), sbv5()),
        leftOut(7, Sentence.CUE_TIME),
        leftOut(13, Sentence.END_BEFORE_START));
    sbv(
        "missing_timeframe",
        List.of(sbv1(), sbv3(), sbv4(), sbv5()),
        leftOut(4, Sentence.WORDS_WITHOUT_TIME),
        SBV_END);
    sbv(
        "missing_caption_text",
        List.of(sbv1(), sbv3(), sbv4(), sbv5()),
        leftOut(4, Sentence.CUE_WITHOUT_WORDS),
        SBV_END);
  }

  private void refusedFiles() {
    expected.put("empty.vtt", Refusal.of(0, Sentence.EMPTY).naming("empty.vtt"));
    nothingSound("no_captions.vtt", "WebVTT", Sentence.NO_TURN);
    nothingSound("invalid_format.sbv", "SBV", Sentence.WORDS_WITHOUT_TIME);
    nothingSound("invalid_format1.srt", "SubRip", Sentence.WORDS_WITHOUT_TIME);
    nothingSound("invalid_format2.srt", "SubRip", Sentence.WORDS_WITHOUT_TIME);
    nothingSound("invalid_format3.srt", "SubRip", Sentence.WORDS_WITHOUT_TIME);
    nothingSound("invalid_format4.srt", "SubRip", Sentence.WORDS_WITHOUT_TIME);
  }

  private void nothingSound(String fileName, String format, Sentence why) {
    expected.put(
        fileName, Refusal.of(1, Sentence.NOTHING_SOUND, format, 1, why.with()).naming(fileName));
  }

  private void vtt(String name, List<Turn> turns, LeftOut... leftOut) {
    put(name, ".vtt", "WebVTT", turns, leftOut);
  }

  private void srt(String name, List<Turn> turns, LeftOut... leftOut) {
    put(name, ".srt", "SubRip", turns, leftOut);
  }

  private void sbv(String name, List<Turn> turns, LeftOut... leftOut) {
    put(name, ".sbv", "SBV", turns, leftOut);
  }

  private void put(
      String name, String ending, String format, List<Turn> turns, LeftOut... leftOut) {
    expected.put(name + ending, new TranscriptFile.Read(name, format, turns, List.of(leftOut)));
  }

  private static List<Turn> film(int... numbers) {
    List<Turn> turns = new ArrayList<>();
    for (int number : numbers) {
      turns.add(turn(FILM[number - 1], FILM[number], "", CAPTION + number));
    }
    return turns;
  }

  private static Turn sbv1() {
    return turn(378, 11_378, "", CAPTION + 1);
  }

  private static Turn sbv2() {
    return turn(11_378, 12_305, "", CAPTION + 2);
  }

  private static Turn sbv3() {
    return turn(13_489, 15_489, "", CAPTION + 3);
  }

  private static Turn sbv4() {
    return turn(15_489, 16_234, "", CAPTION + 4);
  }

  private static Turn sbv5() {
    return started(17_484, "", CAPTION + 5);
  }

  private static String twoLines(int number) {
    return CAPTION + number + " (line 1) " + CAPTION + number + " (line 2)";
  }
}
