package dev.throughline.desktop.interview;

import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.transcript.Transcripts;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;

/** What every session page of one open profile works with. */
public record SessionParts(
    Interviews interviews,
    Memos memos,
    Transcripts transcripts,
    UndoLog undo,
    LocalStore store,
    Background background,
    UiThread ui,
    InstantSource time,
    ZoneId zone,
    SessionAround around) {
  TypedText.Seams seams() {
    return new TypedText.Seams(background, ui, time);
  }

  Clock clock() {
    return time.withZone(zone);
  }
}
