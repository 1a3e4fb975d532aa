package dev.throughline.desktop.transcript;

import dev.throughline.desktop.store.Draft;
import dev.throughline.model.value.Value;
import java.util.List;

/** Where to cut a long list of drafts, so that one journal entry and one push can hold a part. */
final class ImportGroup {
  static final int SIZE_MAX = 1_000;

  /**
   * Characters after which a group ends. One turn may have 100,000, a thousand of them too many.
   */
  static final int LENGTH_AIM = 1_000_000;

  private ImportGroup() {}

  /** The end of the group that starts at {@code from}. */
  static int end(List<? extends Draft> drafts, int from) {
    int end = from;
    int length = 0;
    while (end < drafts.size() && end - from < SIZE_MAX && length < LENGTH_AIM) {
      length += length(drafts.get(end));
      end++;
    }
    return end;
  }

  private static int length(Draft draft) {
    return draft instanceof Draft.Set(_, _, var fields, _)
        ? fields.values().stream()
            .mapToInt(value -> value instanceof Value.Text(String text) ? text.length() : 0)
            .sum()
        : 0;
  }
}
