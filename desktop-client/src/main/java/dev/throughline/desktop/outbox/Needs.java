package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.FieldMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of sync waits for a person, beside what the server keeps aside.
 *
 * @param conflicts records with conflicts nobody has settled, which the Inbox lists one by one
 * @param held removals that are held back
 */
public record Needs(int conflicts, Optional<HeldBack> held) {
  public static final Needs NOTHING = new Needs(0, Optional.empty());

  /** Not on the UI thread. */
  static Needs read(LocalStore store) {
    Set<Object> open = new HashSet<>();
    int skip = 0;
    List<RecordView> page;
    do {
      page = store.newest(Conflict.KIND.name(), skip, LocalStore.PAGE_MAX);
      page.stream().filter(Needs::isOpen).map(Needs::about).forEach(open::add);
      skip += page.size();
    } while (page.size() == LocalStore.PAGE_MAX);
    return new Needs(open.size(), store.brake().held());
  }

  private static Object about(RecordView conflict) {
    return new FieldMap(conflict.fields())
        .reference("record")
        .<Object>map(record -> record)
        .orElseGet(conflict::id);
  }

  private static boolean isOpen(RecordView view) {
    return Conflict.isOpen(view.fields());
  }
}
