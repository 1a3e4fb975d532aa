package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.ui.Texts;
import java.util.List;

/** Removals that are held back, as people say them. */
public final class HeldWords {
  private HeldWords() {}

  /** Such as "Anna's computer wants to remove 312 interviews". */
  public static String said(HeldBack held) {
    String who = who(held);
    String what = what(held);
    return held.others() == 0
        ? Texts.text("outbox.held", who, what)
        : Texts.count("outbox.held.several", held.others(), who, what);
  }

  /** Who removed most of it. */
  public static String who(HeldBack held) {
    return held.author().isBlank() ? Texts.text("outbox.someone") : held.author();
  }

  /** Such as "312 interviews", "40 interviews and 8 participants" or "60 records of 4 kinds". */
  public static String what(HeldBack held) {
    List<String> kinds =
        held.kinds().entrySet().stream()
            .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
            .map(kind -> counted(kind.getKey(), kind.getValue()))
            .toList();
    return switch (kinds.size()) {
      case 1 -> kinds.getFirst();
      case 2 -> Texts.text("outbox.and", kinds.getFirst(), kinds.getLast());
      default -> Texts.text("outbox.held.mixed", held.count(), kinds.size());
    };
  }

  private static String counted(String kind, int count) {
    return Texts.count("outbox.counted." + RecordNames.known(kind), count);
  }
}
