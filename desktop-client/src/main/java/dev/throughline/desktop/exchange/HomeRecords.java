package dev.throughline.desktop.exchange;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.Kind;
import java.util.List;
import java.util.function.Consumer;

/** The records of one's own workspace that are not in the trash, in the order of ids. */
public final class HomeRecords {
  private static final int PAGE = 500;

  private final LocalStore store;

  public HomeRecords(LocalStore store) {
    this.store = store;
  }

  /** Hands out every record of a kind; holds a page of them at a time. */
  public void each(Kind kind, Consumer<RecordView> take) {
    WorkspaceId home = store.home();
    List<RecordId> ids = store.newestIds(kind.name()).stream().sorted().toList();
    for (int from = 0; from < ids.size(); from += PAGE) {
      store.findAll(ids.subList(from, Math.min(ids.size(), from + PAGE))).values().stream()
          .filter(view -> view.workspace().equals(home) && !view.trashed())
          .sorted((one, other) -> one.id().compareTo(other.id()))
          .forEach(take);
    }
  }
}
