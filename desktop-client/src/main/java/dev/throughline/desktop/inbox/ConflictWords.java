package dev.throughline.desktop.inbox;

import dev.throughline.desktop.ui.Texts;
import java.time.Duration;

/** Sentences of a conflict card. */
final class ConflictWords {
  /** Later than this after it was written, a change was not sent at once. */
  private static final long AT_ONCE_MILLIS = Duration.ofMinutes(5).toMillis();

  private ConflictWords() {}

  /** Who changed it on which computer, when the server saw both, and whether one was offline. */
  static String met(ConflictViewModel card) {
    Contested first = card.fields().getFirst();
    Party early =
        first.shown().atMillis() <= first.kept().atMillis() ? first.shown() : first.kept();
    Party late = early == first.shown() ? first.kept() : first.shown();
    boolean wasOffline = first.metAtMillis() - early.atMillis() > AT_ONCE_MILLIS;
    return Texts.text(
        wasOffline ? "inbox.met.offline" : "inbox.met",
        changed(early, card),
        changed(late, card),
        card.at(first.metAtMillis()));
  }

  private static String changed(Party party, ConflictViewModel card) {
    String at = card.at(party.atMillis());
    return party.isMine()
        ? Texts.text("inbox.met.you", at)
        : Texts.text("inbox.met.other", party.name(), at);
  }

  /** Such as "Yours" or "Jon A.". */
  static String owner(Party party) {
    return party.isMine() ? Texts.text("inbox.yours") : party.name();
  }
}
