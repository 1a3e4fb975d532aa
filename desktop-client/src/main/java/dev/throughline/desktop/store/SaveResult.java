package dev.throughline.desktop.store;

import java.util.List;

/** What became of a save. */
public sealed interface SaveResult {
  /** On disk. The views are as they are now, one per draft in order. */
  record Saved(long atMillis, List<RecordView> views) implements SaveResult {
    public Saved {
      views = List.copyOf(views);
    }
  }

  /** Not on disk; the sentence says what to do. */
  record NotSaved(String code, String sentence) implements SaveResult {}
}
