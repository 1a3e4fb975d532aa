package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.kind.FieldMap;
import java.util.List;
import java.util.Optional;

/**
 * What of sync waits for a person, beside what the server keeps aside.
 *
 * @param conflicts conflicts nobody has settled
 * @param held removals that are held back
 */
public record Needs(int conflicts, Optional<HeldBack> held) {
  public static final Needs NOTHING = new Needs(0, Optional.empty());

  /** Not on the UI thread. */
  static Needs read(LocalStore store) {
    int open = 0;
    int skip = 0;
    List<RecordView> page;
    do {
      page = store.newest(Conflict.KIND.name(), skip, LocalStore.PAGE_MAX);
      open += (int) page.stream().filter(Needs::isOpen).count();
      skip += page.size();
    } while (page.size() == LocalStore.PAGE_MAX);
    return new Needs(open, store.brake().held());
  }

  private static boolean isOpen(RecordView view) {
    return new FieldMap(view.fields()).text("state").equals(Conflict.OPEN);
  }
}
