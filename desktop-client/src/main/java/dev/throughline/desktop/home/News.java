package dev.throughline.desktop.home;

import dev.throughline.desktop.store.Arrival;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What colleagues changed, as far as this store knows: the last they did to each record, told once
 * for each interview, study or person it is about. Not on the UI thread.
 */
final class News {
  /** Arrivals looked at; what is older than these is not told. */
  private static final int ARRIVALS_MAX = 500;

  /** The field by which a kind points to what it is about; kinds that are not here are it. */
  private static final Map<String, String> ABOUT =
      Map.of(
          "memo", "interview",
          "transcript", "interview",
          "segment", "interview",
          "coverage", "interview",
          "topic", "owner",
          "consent", "participant",
          "comment", "about");

  private final LocalStore store;

  News(LocalStore store) {
    this.store = store;
  }

  private record Key(String author, RecordId about) {}

  private record Told(Arrival arrival, RecordView about) {}

  /** Latest first; one line an author and thing. */
  List<NewsLine> after(long seq) {
    Map<Key, Told> told = new LinkedHashMap<>();
    for (Arrival arrival : store.arrivals(seq, ARRIVALS_MAX)) {
      about(arrival)
          .ifPresent(
              about ->
                  told.merge(
                      new Key(arrival.author(), about.id()),
                      new Told(arrival, about),
                      News::weightier));
    }
    List<NewsLine> lines = new ArrayList<>();
    told.values().forEach(one -> lines.add(line(one)));
    return lines;
  }

  /** That something is new says more than what was written into it first. */
  private static Told weightier(Told latest, Told earlier) {
    boolean isBirth = earlier.arrival().isNew() && !ABOUT.containsKey(earlier.arrival().kind());
    return isBirth ? earlier : latest;
  }

  /** Empty for what is gone, in the trash, or of a kind nobody is told of. */
  private Optional<RecordView> about(Arrival arrival) {
    if (!isTold(arrival.kind())) {
      return Optional.empty();
    }
    Optional<RecordView> record = store.find(arrival.record()).filter(view -> !view.trashed());
    String field = ABOUT.get(arrival.kind());
    return field == null
        ? record
        : record
            .flatMap(view -> new FieldMap(view.fields()).reference(field))
            .flatMap(store::find)
            .filter(view -> !view.trashed() && !ABOUT.containsKey(view.kind()));
  }

  private static boolean isTold(String kind) {
    return ABOUT.containsKey(kind)
        || kind.equals("interview")
        || kind.equals("study")
        || kind.equals("participant");
  }

  private static NewsLine line(Told told) {
    Arrival arrival = told.arrival();
    boolean isBirth = arrival.isNew() && !arrival.kind().equals("segment");
    String key = (isBirth ? "home.news.new." : "home.news.") + arrival.kind();
    RecordView about = told.about();
    return new NewsLine(
        arrival.author(),
        Texts.text(key, name(about)),
        about.kind().equals("interview") ? Optional.of(about.id()) : Optional.empty(),
        arrival.atMillis());
  }

  private static String name(RecordView view) {
    FieldMap fields = new FieldMap(view.fields());
    String name = fields.text(view.kind().equals("participant") ? "pseudonym" : "title");
    return name.isBlank() ? Texts.text("home.news.unnamed." + view.kind()) : name;
  }
}
