package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.conflict.Conflict;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits for a person's decision: versions kept beside the shown one, and work the server keeps
 * aside. The Sync place shows it whole.
 *
 * @param count how many things wait
 * @param lines the latest of them
 */
public record NeedsYou(int count, List<Line> lines) {
  public static final NeedsYou NOTHING = new NeedsYou(0, List.of());

  /**
   * One of them.
   *
   * @param atMillis when it came about; 0 when that is not known
   */
  public record Line(boolean isConflict, String title, String detail, long atMillis) {}

  public NeedsYou {
    lines = List.copyOf(lines);
  }

  /** Not on the UI thread. */
  public static NeedsYou read(LocalStore store, int linesMax) {
    List<KeptVersion> kept =
        new KeptVersions(new RecordNames(store))
            .open(store.newest(Conflict.KIND.name(), 0, LocalStore.PAGE_MAX));
    int parked = store.counts().parked();
    List<Line> lines = new ArrayList<>();
    if (parked > 0) {
      lines.add(
          new Line(
              false,
              Texts.count("outbox.needs.aside", parked),
              Texts.text("outbox.needs.aside.detail"),
              0));
    }
    kept.stream().limit(linesMax).map(NeedsYou::line).forEach(lines::add);
    return new NeedsYou(kept.size() + parked, lines);
  }

  private static Line line(KeptVersion kept) {
    String title =
        kept.where().isBlank()
            ? Texts.text("outbox.needs.kept", kept.field())
            : Texts.text("outbox.needs.kept.in", kept.field(), kept.where());
    String detail =
        Texts.text("outbox.needs.kept.detail", kept.shown().author(), kept.kept().author());
    return new Line(true, title, detail, Math.max(kept.shown().atMillis(), kept.kept().atMillis()));
  }
}
