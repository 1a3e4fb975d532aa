package dev.throughline.desktop.search;

import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.search.Matches.Place;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import dev.throughline.model.transcript.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the store what stands in places the index found: the words are the store's, as they
 * are now, so the index need not keep them.
 */
final class HitReader {
  private final LocalStore store;

  HitReader(LocalStore store) {
    this.store = store;
  }

  /** One page; places whose record has gone since are left out. */
  Hits read(Matches matches, FindQuery query, long skip, int countMax) throws IOException {
    List<Place> page = matches.page(skip, countMax);
    Groups groups = matches.searcher().groups();
    Set<RecordId> wanted = new HashSet<>();
    page.forEach(
        place -> {
          wanted.add(place.record());
          wanted.add(groups.get(place.group()).id());
        });
    Map<RecordId, RecordView> views = new HashMap<>(store.findAll(wanted));
    views.putAll(store.findAll(around(views)));
    List<Hit> hits = new ArrayList<>();
    Map<RecordId, HitGroup> heads = new HashMap<>();
    for (Place place : page) {
      @Nullable RecordView view = views.get(place.record());
      @Nullable RecordView head = views.get(groups.get(place.group()).id());
      if (view != null && head != null && !view.trashed() && !head.trashed()) {
        heads.computeIfAbsent(head.id(), _ -> head(head, place.group(), matches, views));
        hit(place, head.id(), view, query).ifPresent(hits::add);
      }
    }
    return new Hits(matches.places(), matches.interviews(), skip, page.size(), hits, heads);
  }

  /** Who was interviewed, and for which study. */
  private static Set<RecordId> around(Map<RecordId, RecordView> views) {
    Set<RecordId> around = new HashSet<>();
    for (RecordView view : views.values()) {
      if (view.kind().equals(Interview.KIND.name())) {
        Interview interview = Interview.from(view.id(), view.fields());
        interview.participant().ifPresent(around::add);
        interview.study().ifPresent(around::add);
      }
    }
    return around;
  }

  private static HitGroup head(
      RecordView view, int group, Matches matches, Map<RecordId, RecordView> views) {
    Groups groups = matches.searcher().groups();
    HitKind kind = groups.get(group).kind();
    Interview interview = Interview.from(view.id(), view.fields());
    boolean isInterview = kind == HitKind.INTERVIEW;
    String participant =
        isInterview
            ? named(interview.participant(), views)
                .map(v -> Participant.from(v.id(), v.fields()).pseudonym())
                .orElse("")
            : "";
    String study =
        isInterview
            ? named(interview.study(), views)
                .map(v -> Study.from(v.id(), v.fields()).title())
                .orElse("")
            : "";
    return new HitGroup(
        kind,
        view.id(),
        title(view),
        participant,
        study,
        isInterview ? interview.date() : Optional.empty(),
        view.workspace().equals(Samples.WORKSPACE),
        matches.count(group),
        groups.newestInterview(group));
  }

  private static Optional<RecordView> named(
      Optional<RecordId> id, Map<RecordId, RecordView> views) {
    return id.flatMap(known -> Optional.ofNullable(views.get(known)));
  }

  /** What a study, participant or interview is called. */
  static String title(RecordView view) {
    if (view.kind().equals(Participant.KIND.name())) {
      return Participant.from(view.id(), view.fields()).pseudonym();
    }
    return view.kind().equals(Study.KIND.name())
        ? Study.from(view.id(), view.fields()).title()
        : Interview.from(view.id(), view.fields()).title();
  }

  private static Optional<Hit> hit(Place place, RecordId group, RecordView view, FindQuery query) {
    return switch (place.kind()) {
      case SAID -> {
        Segment segment = Segment.from(view.id(), view.fields());
        yield Optional.of(
            hit(place, group, query, segment.text(), 0, segment.speaker(), segment.startMillis()));
      }
      case NOTES ->
          line(Memo.from(view.id(), view.fields()).notes(), place.at())
              .map(
                  line ->
                      hit(place, group, query, line.text(), line.begin(), "", Optional.empty()));
      case INTERVIEW ->
          titled(place, group, query, Documents.text(Interview.from(view.id(), view.fields())));
      case PARTICIPANT ->
          titled(place, group, query, Documents.text(Participant.from(view.id(), view.fields())));
      case STUDY ->
          titled(place, group, query, Documents.text(Study.from(view.id(), view.fields())));
    };
  }

  private static Optional<Hit> titled(Place place, RecordId group, FindQuery query, String text) {
    String line = String.join(", ", text.split("\n"));
    return Optional.of(hit(place, group, query, line, 0, "", Optional.empty()));
  }

  /** Notes may have been written in since: then the line that is there now is shown. */
  private static Optional<NoteLine> line(String notes, long number) {
    return NoteLine.of(notes).stream().filter(line -> line.number() == number).findFirst();
  }

  private static Hit hit(
      Place place,
      RecordId group,
      FindQuery query,
      String text,
      int begin,
      String by,
      Optional<Long> startMillis) {
    List<Range> found = Snippet.find(text, query.shown());
    Range first = found.isEmpty() ? new Range(0, 0) : found.getFirst();
    return new Hit(
        place.kind(),
        place.record(),
        group,
        by,
        startMillis,
        Snippet.of(text, found),
        begin + first.begin(),
        text.substring(first.begin(), first.end()));
  }
}
