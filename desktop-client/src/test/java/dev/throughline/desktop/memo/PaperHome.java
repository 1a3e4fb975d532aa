package dev.throughline.desktop.memo;

import dev.throughline.desktop.store.SaveResult;
import java.util.ArrayList;
import java.util.List;

/** A home in memory that merges as the store does, and can fail as a disk does. */
final class PaperHome implements TextHome {
  /** How writing goes. */
  enum Disk {
    WORKS,
    /** Nothing reaches the journal. */
    FULL,
    /** The journal takes it, the store does not. */
    HALF_FULL
  }

  final List<String> writes = new ArrayList<>();
  Disk disk = Disk.WORKS;
  String stored;
  private List<TextReconcile.Save> journal = new ArrayList<>();

  PaperHome(String stored) {
    this.stored = stored;
  }

  @Override
  public String read() {
    return stored;
  }

  @Override
  public SaveResult write(String before, String after) {
    if (disk == Disk.FULL) {
      return new SaveResult.NotSaved("SAV-01", "The disk is full.");
    }
    journal.add(new TextReconcile.Save(after, before, after));
    if (disk == Disk.HALF_FULL) {
      return new SaveResult.NotSaved("SAV-02", "The store is full.");
    }
    return catchUp();
  }

  @Override
  public SaveResult catchUp() {
    if (disk != Disk.WORKS) {
      return new SaveResult.NotSaved("SAV-02", "The store is full.");
    }
    for (TextReconcile.Save save : journal) {
      stored = Rebase.merge(save.before(), stored, save.after());
      writes.add(stored);
    }
    journal = new ArrayList<>();
    return new SaveResult.Saved(writes.size(), List.of());
  }
}
