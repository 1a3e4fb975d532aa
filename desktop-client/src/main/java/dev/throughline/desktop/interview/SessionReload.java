package dev.throughline.desktop.interview;

import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one interview in the background, again after every burst of changes. UI thread only. */
final class SessionReload {
  /** What a reading found. */
  sealed interface Found {
    /** Empty when the interview was removed; joined when there is a server to wait for. */
    record Read(Optional<Session> session, boolean isJoined) implements Found {}

    record Unreadable() implements Found {}
  }

  private final SessionParts parts;
  private final RecordId interview;
  private final Consumer<Found> take;
  private boolean isReading;
  private boolean isAskedAgain;

  SessionReload(SessionParts parts, RecordId interview, Consumer<Found> take) {
    this.parts = parts;
    this.interview = interview;
    this.take = take;
  }

  void ask() {
    if (isReading) {
      isAskedAgain = true;
      return;
    }
    isReading = true;
    parts
        .background()
        .run(
            () -> {
              Found found = read();
              parts.ui().run(() -> settle(found));
            });
  }

  private Found read() {
    try {
      boolean isJoined = parts.store().joinedName().isPresent();
      return new Found.Read(parts.interviews().open(interview), isJoined);
    } catch (RuntimeException e) {
      System.getLogger(SessionReload.class.getName())
          .log(System.Logger.Level.WARNING, "an interview cannot be read", e);
      return new Found.Unreadable();
    }
  }

  private void settle(Found found) {
    isReading = false;
    take.accept(found);
    if (isAskedAgain) {
      isAskedAgain = false;
      ask();
    }
  }
}
