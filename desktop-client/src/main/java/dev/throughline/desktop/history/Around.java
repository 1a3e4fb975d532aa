package dev.throughline.desktop.history;

import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The records whose histories belong together, such as an interview and its notes. */
record Around(String title, List<Related> related) {
  /** One of them, under the name of its kind. */
  record Related(RecordId record, String name) {}

  private static final Map<String, List<String>> BELOW =
      Map.of(
          "interview", List.of("memo", "transcript"),
          "participant", List.of("consent"));

  /** Other records people open the page from; the history of the whole is beside theirs. */
  private static final Map<String, String> ABOVE =
      Map.of("memo", "interview", "transcript", "interview", "consent", "participant");

  private static final int RELATED_MAX = 5;

  Around {
    related = List.copyOf(related);
  }

  static Around of(LocalStore store, RecordId record) {
    RecordNames names = new RecordNames(store);
    RecordId whole =
        names
            .find(record)
            .flatMap(
                view -> new FieldMap(view.fields()).reference(ABOVE.getOrDefault(view.kind(), "")))
            .filter(up -> names.find(up).isPresent())
            .orElse(record);
    List<Related> related = new ArrayList<>();
    related.add(new Related(whole, kind(names, whole)));
    String kind = names.find(whole).map(view -> view.kind()).orElse("");
    for (String below : BELOW.getOrDefault(kind, List.of())) {
      store.children(below, whole).stream()
          .limit(2)
          .forEach(view -> related.add(new Related(view.id(), RecordNames.kind(below))));
    }
    boolean isListed = related.stream().anyMatch(one -> one.record().equals(record));
    if (!isListed) {
      related.add(new Related(record, kind(names, record)));
    }
    return new Around(
        names.about(record), related.subList(0, Math.min(RELATED_MAX, related.size())));
  }

  private static String kind(RecordNames names, RecordId record) {
    return names
        .find(record)
        .map(view -> RecordNames.kind(view.kind()))
        .orElseGet(() -> Texts.text("outbox.kind.other"));
  }
}
