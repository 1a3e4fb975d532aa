package dev.throughline.desktop.app;

import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.shell.Location;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** Goes back to the page a person was last at, unless it is gone. */
final class LastPlace {
  private final LocalStore store;
  private final ShellViewModel shell;

  LastPlace(LocalStore store, ShellViewModel shell) {
    this.store = store;
    this.shell = shell;
  }

  /** Whether the page can still be shown; not on the UI thread. */
  boolean isThere(Location last) {
    try {
      Optional<RecordId> record =
          PlaceIds.interview(last.page())
              .or(() -> PlaceIds.ideaOf(last.page()))
              .or(() -> PlaceIds.planOf(last.page()))
              .or(() -> PlaceIds.handoffOf(last.page()));
      return record.isEmpty()
          || record.flatMap(store::find).filter(view -> !view.trashed()).isPresent();
    } catch (IllegalArgumentException | StoreDamaged _) {
      return false;
    }
  }

  /** Opens it, unless the person has gone somewhere by themselves; on the UI thread. */
  void open(Location last) {
    if (!shell.backOpenProperty().get() && !shell.forwardOpenProperty().get()) {
      shell.open(last.place(), last.page());
    }
  }

  /** Opens the page the person was last at, unless it is gone or files are waiting. */
  void comeBack(WindowMemory memory, Start start, UiThread ui) {
    memory
        .lastLocation()
        .filter(last -> start.files().isEmpty() && isThere(last))
        .ifPresent(last -> ui.run(() -> open(last)));
  }
}
