package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One interview as a page of Markdown: what is known about it, the guide, the notes word for word,
 * and every transcript, a turn a paragraph; or why its words were held back.
 */
final class InterviewPage {
  private final LocalStore store;
  private final Leaving leaving;
  private final Interview interview;
  private final String study;
  private final String participant;

  InterviewPage(
      LocalStore store, Leaving leaving, Interview interview, String study, String participant) {
    this.store = store;
    this.leaving = leaving;
    this.interview = interview;
    this.study = study;
    this.participant = participant;
  }

  /** What its file should be called: day, who, title. */
  String wish() {
    return String.join(
        " ",
        interview.date().map(Object::toString).orElse(""),
        participant,
        interview.title().isBlank() ? Texts.text("exchange.page.untitled") : interview.title());
  }

  void write(OutputStream out) throws IOException {
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    page.write("---\n");
    field(page, "id", interview.id().toString());
    field(page, "title", interview.title());
    field(page, "study", study);
    field(page, "participant", participant);
    field(page, "date", interview.date().map(Object::toString).orElse(""));
    field(page, "place", interview.place());
    field(page, "status", interview.status().wireName());
    page.write("---\n\n# " + oneLine(interview.title()) + "\n");
    section(page, Texts.text("exchange.page.guide"), interview.guide());
    for (RecordView memo : leaving(Memo.KIND)) {
      section(page, Texts.text("exchange.page.notes"), Memo.from(memo.id(), memo.fields()).notes());
    }
    section(page, Texts.text("exchange.page.comments"), comments());
    for (RecordView view : leaving(Transcript.KIND)) {
      transcript(page, Transcript.from(view.id(), view.fields()));
    }
    section(page, Texts.text("exchange.page.withheld"), leaving.why(interview.id()));
    page.flush();
  }

  /** One paragraph each, the oldest first; answers stand among them with a mark. */
  private String comments() {
    Comments comments = new Comments(store);
    return leaving(Comment.KIND).stream()
        .map(view -> Comment.from(view.id(), view.fields()))
        .map(
            said ->
                (said.answers().isPresent() ? "> " : "")
                    + "**"
                    + oneLine(comments.author(said)).replace("*", "")
                    + "**: "
                    + oneLine(said.text()))
        .collect(Collectors.joining("\n\n"));
  }

  private List<RecordView> leaving(Kind kind) {
    return store.children(kind.name(), interview.id()).stream()
        .flatMap(view -> leaving.of(view).stream())
        .map(Leaving.Released::record)
        .toList();
  }

  /** JSON strings are strings of YAML too. */
  private static void field(Writer page, String name, String value) throws IOException {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean isPlain =
          c >= ' ' && c != 0x7F && !(c >= 0x80 && c <= 0x9F) && c != 0x2028 && c != 0x2029;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (isPlain) {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    page.write(name + ": \"" + quoted + "\"\n");
  }

  private static void section(Writer page, String heading, String text) throws IOException {
    if (!text.isBlank()) {
      page.write("\n## " + heading + "\n\n" + text + "\n");
    }
  }

  private void transcript(Writer page, Transcript transcript) throws IOException {
    page.write("\n## " + Texts.text("exchange.page.transcript"));
    page.write(transcript.title().isBlank() ? "\n" : ": " + oneLine(transcript.title()) + "\n");
    List<RecordView> turns = store.children(Segment.KIND.name(), transcript.id());
    while (!turns.isEmpty()) {
      for (RecordView turn : turns) {
        page.write("\n" + turn(Segment.from(turn.id(), turn.fields())) + "\n");
      }
      turns = store.childrenAfter(transcript.id(), turns.getLast());
    }
  }

  private static String turn(Segment turn) {
    String time = turn.startMillis().map(millis -> "[" + time(millis) + "]").orElse("");
    String speaker = oneLine(turn.speaker()).replace("*", "");
    if (speaker.isEmpty()) {
      return (time + " " + turn.text()).strip();
    }
    return "**" + speaker + "**" + (time.isEmpty() ? "" : " " + time) + ": " + turn.text();
  }

  private static String time(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1_000 % 60,
        millis % 1_000);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ").strip();
  }
}
