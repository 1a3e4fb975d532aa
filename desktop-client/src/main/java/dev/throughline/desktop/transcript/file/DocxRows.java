package dev.throughline.desktop.transcript.file;

import dev.throughline.desktop.transcript.file.Reading.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Makes a turn of each row of a table. A first row of headings says which column is what; without
 * one a cell that is a time is the time, and a name before another cell is the speaker.
 */
final class DocxRows {
  private enum Role {
    TIME,
    SPEAKER,
    TEXT,
    OTHER
  }

  private static final Map<String, Role> HEADINGS =
      Map.ofEntries(
          Map.entry("time", Role.TIME),
          Map.entry("timestamp", Role.TIME),
          Map.entry("timecode", Role.TIME),
          Map.entry("time code", Role.TIME),
          Map.entry("time stamp", Role.TIME),
          Map.entry("start", Role.TIME),
          Map.entry("start time", Role.TIME),
          Map.entry("speaker", Role.SPEAKER),
          Map.entry("name", Role.SPEAKER),
          Map.entry("who", Role.SPEAKER),
          Map.entry("person", Role.SPEAKER),
          Map.entry("participant", Role.SPEAKER),
          Map.entry("text", Role.TEXT),
          Map.entry("transcript", Role.TEXT),
          Map.entry("words", Role.TEXT),
          Map.entry("content", Role.TEXT),
          Map.entry("utterance", Role.TEXT),
          Map.entry("what was said", Role.TEXT));

  private final Reading reading;
  private int table;
  private List<Role> roles = List.of();
  private List<String> headings = List.of();

  DocxRows(Reading reading) {
    this.reading = reading;
  }

  void add(DocxItem.Row row) {
    boolean isFirst = row.table() != table;
    if (isFirst) {
      table = row.table();
      roles = List.of();
      headings = List.of();
      if (isHeading(row)) {
        roles = row.cells().stream().map(DocxRows::role).toList();
        headings = row.cells();
        reading.notes().tally(row.number(), Sentence.TABLE_HEADING, 1);
        return;
      }
    }
    if (roles.isEmpty()) {
      guessed(row);
    } else {
      named(row);
    }
  }

  private static boolean isHeading(DocxItem.Row row) {
    List<Role> found = row.cells().stream().map(DocxRows::role).toList();
    return found.contains(Role.TEXT) && (found.contains(Role.SPEAKER) || found.contains(Role.TIME));
  }

  private static Role role(String heading) {
    return HEADINGS.getOrDefault(heading.strip().toLowerCase(Locale.ROOT), Role.OTHER);
  }

  private void named(DocxItem.Row row) {
    Map<Role, List<String>> cells = new java.util.EnumMap<>(Role.class);
    for (int i = 0; i < row.cells().size(); i++) {
      Role role = i < roles.size() ? roles.get(i) : Role.OTHER;
      String cell = row.cells().get(i);
      if (role == Role.OTHER && !cell.isEmpty()) {
        String name = i < headings.size() ? headings.get(i) : "";
        reading.notes().tally(row.number(), Sentence.TABLE_COLUMN, name);
      } else if (!cell.isEmpty()) {
        cells.computeIfAbsent(role, _ -> new ArrayList<>()).add(cell);
      }
    }
    String time = String.join(" ", cells.getOrDefault(Role.TIME, List.of()));
    Optional<TimeMark> mark = time(time);
    List<String> words = new ArrayList<>(cells.getOrDefault(Role.TEXT, List.of()));
    if (mark.isEmpty() && !time.isEmpty()) {
      words.addFirst(time);
    }
    String speaker = String.join(" ", cells.getOrDefault(Role.SPEAKER, List.of()));
    say(row, speaker, mark, String.join("\n", words));
  }

  private void guessed(DocxItem.Row row) {
    List<String> cells =
        row.cells().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.toList());
    if (cells.size() > 2 && cells.getFirst().chars().allMatch(Character::isDigit)) {
      cells.removeFirst();
      reading.notes().tally(row.number(), Sentence.TABLE_COLUMN, "1");
    }
    Optional<TimeMark> mark = Optional.empty();
    for (int i = 0; i < 2 && i < cells.size() && cells.size() > 1 && mark.isEmpty(); i++) {
      mark = time(cells.get(i));
      if (mark.isPresent()) {
        cells.remove(i);
      }
    }
    String speaker = "";
    if (cells.size() > 1 && SpeakerMark.isName(withoutColon(cells.getFirst()))) {
      speaker = withoutColon(cells.removeFirst());
    }
    say(row, speaker, mark, String.join("\n", cells));
  }

  private static String withoutColon(String cell) {
    return cell.endsWith(":") ? cell.substring(0, cell.length() - 1).strip() : cell;
  }

  /** A cell that is a time and nothing else. */
  private static Optional<TimeMark> time(String cell) {
    return TimeMark.alone(cell)
        .or(() -> TimeMark.leading(cell))
        .filter(found -> found.rest().isEmpty());
  }

  /** Where a column does not say it, the words may begin with a time or a speaker themselves. */
  private void say(DocxItem.Row row, String speaker, Optional<TimeMark> time, String words) {
    OptionalLong start = time.map(TimeMark::start).orElse(OptionalLong.empty());
    OptionalLong end = time.map(TimeMark::end).orElse(OptionalLong.empty());
    Optional<LineMark> mark = LineMark.of(firstLine(words), words.indexOf('\n') > 0);
    boolean isMarked =
        mark.filter(found -> speaker.isEmpty() || found.speaker().isEmpty())
            .filter(found -> start.isEmpty() || found.start().isEmpty())
            .isPresent();
    if (isMarked) {
      LineMark found = mark.get();
      String below = words.substring(firstLine(words).length());
      reading.add(
          new Spoken(
              row.number(),
              speaker.isEmpty() ? found.speaker() : speaker,
              start.isPresent() ? start : found.start(),
              start.isPresent() ? end : found.end(),
              (found.words() + below).strip()));
    } else {
      reading.add(new Spoken(row.number(), speaker, start, end, words));
    }
  }

  private static String firstLine(String words) {
    int end = words.indexOf('\n');
    return end < 0 ? words : words.substring(0, end);
  }
}
