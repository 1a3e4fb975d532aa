package dev.throughline.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real meetings, each imported twice over: what is found must be what a plain scan finds. The scan
 * knows nothing of the index: it takes every text apart with one regular expression.
 */
class FindSamplesTest {
  private static final Path MEETINGS = Path.of("..", "..", "shared", "samples", "meetings");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private static final List<String> WORDS =
      List.of(
          "remote ",
          "remote con",
          "button",
          "buttons ",
          "the ",
          "i ",
          "t",
          "lcd",
          "fruit veg",
          "speech recognition ",
          "twenty five ",
          "vocalsound ",
          "banana",
          "qqqq",
          "kinetic",
          "rubber cases ",
          "user interface designer ",
          "don't ",
          "couldn't",
          "p-07 ");

  private static final List<String> PHRASES =
      List.of(
          "\"remote control\"",
          "\"user interface\"",
          "\"i think\"",
          "\"the the\"",
          "\"control remote\"",
          "\"speech recog",
          "\"twenty five euro",
          "\"you know\"");

  @TempDir Path folder;

  /** All pages are read of answers no longer than this, of longer ones so many places. */
  private static final int READ_MAX = 4_000;

  private record Said(RecordId interview, RecordId segment, List<String> words) {}

  private static List<Path> meetings() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared").resolve("samples").resolve("meetings");
      if (Files.isDirectory(found)) {
        try (Stream<Path> all = Files.list(found)) {
          return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
      }
    }
    return List.of();
  }

  @Test
  void everyMeetingImportedTwiceIsFoundAsAPlainScanFindsIt() throws IOException {
    List<Path> meetings = meetings();
    Assumptions.assumeFalse(
        meetings.isEmpty(), "the sample meetings are not there: " + MEETINGS + " is missing");
    try (IndexDesk desk = new IndexDesk(folder)) {
      for (int round = 0; round < 2; round++) {
        for (Path meeting : meetings) {
          assertThat(
                  desk.field.transcripts.importFile(
                      meeting, Optional.empty(), FieldDesk.TODAY, progress()))
              .isInstanceOf(ImportResult.Imported.class);
        }
      }
      desk.index.settle();
      List<Said> all = scan(desk.field);
      assertThat(all).hasSizeGreaterThan(30_000);
      for (String typed : WORDS) {
        check(desk, all, typed, false);
      }
      for (String typed : PHRASES) {
        check(desk, all, typed, true);
      }
      check(desk, all, "remote -control ", false);
      desk.restart();
      check(desk, all, "remote con", false);
    }
  }

  private static ReadProgress progress() {
    return new ReadProgress() {
      @Override
      public void bytesRead(long bytes, long bytesInAll) {}

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }

  private void check(IndexDesk desk, List<Said> all, String typed, boolean isPhrase) {
    List<Said> expected = all.stream().filter(said -> answers(said, typed, isPhrase)).toList();
    Scope said = new Scope(Scope.Where.TRANSCRIPTS, Optional.empty());
    FindQuery query = FindQuery.typed(typed);
    Hits hits = desk.index.find(query, said, 0, SearchIndex.PAGE_MAX);
    assertThat(hits.places()).as(typed).isEqualTo(expected.size());
    Set<RecordId> interviews =
        expected.stream().map(Said::interview).collect(Collectors.toCollection(TreeSet::new));
    assertThat(hits.interviews()).as(typed).isEqualTo(interviews.size());
    Map<RecordId, RecordId> found = found(desk, query, said, hits);
    Map<RecordId, RecordId> scanned = new HashMap<>();
    expected.forEach(one -> scanned.put(one.segment(), one.interview()));
    if (expected.size() <= READ_MAX) {
      assertThat(found).as(typed).isEqualTo(scanned);
    } else {
      assertThat(found).as(typed).hasSizeGreaterThanOrEqualTo(READ_MAX);
      assertThat(scanned.entrySet()).as(typed).containsAll(found.entrySet());
    }
  }

  /** The segments of every page, none of them twice, and the interviews they are listed under. */
  private static Map<RecordId, RecordId> found(
      IndexDesk desk, FindQuery query, Scope scope, Hits first) {
    Map<RecordId, RecordId> found = new HashMap<>();
    Hits page = first;
    while (true) {
      for (Hit hit : page.hits()) {
        assertThat(hit.snippet().found()).as(hit.snippet().text()).isNotEmpty();
        assertThat(found.put(hit.record(), hit.group())).as("found twice").isNull();
      }
      if (!page.hasMore() || found.size() >= READ_MAX) {
        return found;
      }
      page = desk.index.find(query, scope, page.skipped() + page.taken(), SearchIndex.PAGE_MAX);
    }
  }

  private static boolean answers(Said said, String typed, boolean isPhrase) {
    String plain = typed.replace("\"", "");
    boolean isOpen = !typed.endsWith(" ") && !(isPhrase && typed.endsWith("\""));
    List<List<String>> wanted = new ArrayList<>();
    for (String part : isPhrase ? List.of(plain) : List.of(plain.split(" "))) {
      wanted.add(words(part.startsWith("-") ? part.substring(1) : part));
    }
    List<Boolean> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      found.add(stands(said.words(), wanted.get(i), isOpen && i == wanted.size() - 1));
    }
    if (typed.contains(" -")) {
      return found.getFirst() && !found.getLast();
    }
    return found.stream().allMatch(one -> one);
  }

  private static boolean stands(List<String> text, List<String> row, boolean isOpen) {
    for (int at = 0; at + row.size() <= text.size(); at++) {
      boolean all = true;
      for (int i = 0; all && i < row.size(); i++) {
        boolean mayGoOn = isOpen && i == row.size() - 1;
        String there = text.get(at + i);
        all = mayGoOn ? there.startsWith(row.get(i)) : there.equals(row.get(i));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return WORD.matcher(plain.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
  }

  private static List<Said> scan(FieldDesk field) {
    List<Said> all = new ArrayList<>();
    for (RecordId interview : field.ledger.store().newestIds(Interview.KIND.name())) {
      for (var transcript : field.ledger.store().children(Transcript.KIND.name(), interview)) {
        for (Segment segment : field.transcripts.segments(transcript.id())) {
          all.add(new Said(interview, segment.id(), words(segment.text())));
        }
      }
    }
    return all;
  }
}
