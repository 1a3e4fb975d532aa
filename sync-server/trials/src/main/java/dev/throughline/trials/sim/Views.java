package dev.throughline.trials.sim;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads all that a desktop shows. */
final class Views {
  private static final UUID FIRST = new UUID(0, 0);

  private Views() {}

  static Map<RecordId, RecordView> of(LocalStore store) {
    Map<RecordId, RecordView> views = new TreeMap<>();
    List<RecordView> page = store.all(store.home(), FIRST);
    while (!page.isEmpty()) {
      page.forEach(view -> views.put(view.id(), view));
      page = store.all(store.home(), page.getLast().id().value());
    }
    return views;
  }
}
