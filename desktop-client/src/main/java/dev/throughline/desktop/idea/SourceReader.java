package dev.throughline.desktop.idea;

import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.idea.EvidenceLine.Kind;
import dev.throughline.desktop.idea.EvidenceLine.Source;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.DayWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.idea.Evidence;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what links to evidence lead to. Not on the UI thread. */
final class SourceReader {
  /** As much of a text as a line of evidence shows. */
  private static final int LETTERS_MAX = 240;

  private final LocalStore store;
  private final Rulings rulings;

  SourceReader(LocalStore store, Rulings rulings) {
    this.store = store;
    this.rulings = rulings;
  }

  Source read(Evidence link) {
    return read(link.source());
  }

  Source read(Optional<RecordId> source) {
    Optional<RecordView> found = source.flatMap(store::find);
    if (found.isEmpty()) {
      return new Source.NotHere();
    }
    return found.get().trashed() ? new Source.Trashed() : read(found.get());
  }

  private Source read(RecordView view) {
    return switch (view.kind()) {
      case "interview" -> of(Interview.from(view.id(), view.fields()), Kind.INTERVIEW, view, "");
      case "memo" -> {
        Memo memo = Memo.from(view.id(), view.fields());
        yield in(memo.interview(), Kind.NOTES, view, memo.notes());
      }
      case "segment" -> {
        Segment turn = Segment.from(view.id(), view.fields());
        Optional<RecordId> interview =
            turn.transcript()
                .flatMap(this::live)
                .flatMap(its -> Transcript.from(its.id(), its.fields()).interview());
        yield in(interview, Kind.TURN, view, turn.text());
      }
      default -> new Source.NotHere();
    };
  }

  private Source in(Optional<RecordId> interview, Kind kind, RecordView view, String words) {
    return interview
        .flatMap(this::live)
        .map(its -> of(Interview.from(its.id(), its.fields()), kind, view, words))
        .orElseGet(Source.Trashed::new);
  }

  private Source of(Interview interview, Kind kind, RecordView view, String words) {
    String title =
        interview.title().isBlank() ? Texts.text("interviews.untitled") : interview.title();
    String who =
        interview
            .participant()
            .flatMap(store::find)
            .map(person -> Participant.from(person.id(), person.fields()).pseudonym())
            .orElse("");
    String day = interview.date().map(DayWords::shown).orElse("");
    boolean isWhole = kind == Kind.INTERVIEW;
    return new Source.Here(
        interview.id(),
        kind == Kind.TURN ? Optional.of(view.id()) : Optional.empty(),
        kind,
        isWhole ? title : shortened(words),
        Stream.of(title.startsWith(who) && !isWhole ? "" : who, isWhole ? "" : title, day)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", ")),
        isWhole ? Optional.empty() : rulings.heldBack(view.id()).map(rulings::sentence));
  }

  private Optional<RecordView> live(RecordId id) {
    return store.find(id).filter(view -> !view.trashed());
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LETTERS_MAX) {
      return line;
    }
    int end = line.lastIndexOf(' ', LETTERS_MAX);
    return line.substring(0, end < LETTERS_MAX / 2 ? LETTERS_MAX : end) + "…";
  }
}
