package dev.throughline.desktop.app;

import dev.throughline.desktop.find.FindSource;
import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.library.TextFinder;
import dev.throughline.desktop.palette.Section;
import dev.throughline.desktop.palette.Thing;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.search.FindQuery;
import dev.throughline.desktop.search.Hit;
import dev.throughline.desktop.search.HitGroup;
import dev.throughline.desktop.search.HitKind;
import dev.throughline.desktop.search.Hits;
import dev.throughline.desktop.search.Scope;
import dev.throughline.desktop.search.Snippet;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.model.id.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks the index for the library's filter and for the palette, a pause after the last letter. */
final class FoundTexts implements TextFinder {
  /** Letters typed closer together than this are one question. */
  private static final Duration PAUSE = Duration.ofMillis(80);

  private static final int LINES_MAX = 12;

  /** As much of a text as a line of the palette has room for. */
  private static final int LETTERS_MAX = 60;

  private static final int LETTERS_BEFORE = 24;

  private final FindSource source;
  private final UiThread ui;
  private Background.Handle filtering = () -> {};
  private Background.Handle saying = () -> {};

  FoundTexts(FindSource source, UiThread ui) {
    this.source = source;
    this.ui = ui;
  }

  @Override
  public void find(String typed, Consumer<Set<RecordId>> answer) {
    filtering.cancel();
    filtering =
        source
            .background()
            .later(
                PAUSE,
                () -> {
                  Set<RecordId> found = source.index().interviewsMatching(typed);
                  ui.run(() -> answer.accept(found));
                });
  }

  /** What was said or written, as lines of the palette. */
  void said(String typed, Consumer<FoundPlace> open, Consumer<List<Thing>> answer) {
    saying.cancel();
    saying =
        source
            .background()
            .later(
                PAUSE,
                () -> {
                  Hits hits =
                      source.index().find(FindQuery.typed(typed), Scope.EVERYTHING, 0, LINES_MAX);
                  List<Thing> things =
                      hits.hits().stream().flatMap(hit -> thing(hit, hits, open)).toList();
                  ui.run(() -> answer.accept(things));
                });
  }

  /** The words that were found with a little of what stands around them: one line. */
  private static String excerpt(Snippet snippet) {
    String text = snippet.text();
    if (text.length() <= LETTERS_MAX) {
      return text;
    }
    int found = snippet.found().isEmpty() ? 0 : snippet.found().getFirst().begin();
    int from = Math.clamp(found - LETTERS_BEFORE, 0, text.length() - LETTERS_MAX);
    int blank = from == 0 ? 0 : text.indexOf(' ', from) + 1;
    int begin = blank > from && blank <= found ? blank : from;
    int end = Math.min(text.length(), begin + LETTERS_MAX);
    String before = begin == 0 ? "" : "…";
    return before + text.substring(begin, end).strip() + (end == text.length() ? "" : "…");
  }

  private static Stream<Thing> thing(Hit hit, Hits hits, Consumer<FoundPlace> open) {
    boolean isText = hit.kind() == HitKind.SAID || hit.kind() == HitKind.NOTES;
    Optional<HitGroup> group = Optional.ofNullable(hits.groups().get(hit.group()));
    Optional<RecordId> interview = group.flatMap(HitGroup::interview);
    if (!isText || interview.isEmpty()) {
      return Stream.empty();
    }
    Optional<RecordId> turn =
        hit.kind() == HitKind.SAID ? Optional.of(hit.record()) : Optional.empty();
    FoundPlace place = new FoundPlace(interview.get(), turn, hit.begin(), hit.words());
    String who = group.map(HitGroup::participant).orElse("");
    String detail = who.isBlank() ? group.map(HitGroup::title).orElse("") : who;
    return Stream.of(
        Thing.to(
            Section.SAID,
            hit.kind() == HitKind.SAID ? Icon.QUOTE : Icon.NOTES,
            excerpt(hit.snippet()),
            detail,
            () -> open.accept(place)));
  }
}
