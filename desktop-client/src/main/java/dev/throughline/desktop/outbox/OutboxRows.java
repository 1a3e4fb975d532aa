package dev.throughline.desktop.outbox;

import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import java.util.Locale;

/** Words of the outbox at one moment: ages, sizes and why each change waits. */
record OutboxRows(SyncState state, ShownTime time) {
  /** Lines listed, oldest first; what is beyond is counted. */
  static final int ROWS_MAX = 100;

  private static final long KILO = 1_000;
  private static final long MEGA = KILO * KILO;

  List<OutboxRow> of(List<WaitingChange> changes) {
    return changes.stream()
        .filter(change -> change.aside().isEmpty())
        .limit(ROWS_MAX)
        .map(
            change ->
                new OutboxRow(
                    change.key(),
                    change.subject(),
                    change.name(),
                    change.belongsTo(),
                    time.age(change.since()),
                    size(change.bytes()),
                    why(change)))
        .toList();
  }

  /** Such as "12 changes, 31 kB"; empty when nothing waits. */
  String total(Outbox.Contents contents) {
    List<WaitingChange> waiting =
        contents.changes().stream().filter(change -> change.aside().isEmpty()).toList();
    long bytes = waiting.stream().mapToLong(WaitingChange::bytes).sum();
    long ops = waiting.stream().mapToLong(WaitingChange::ops).sum() + contents.more();
    if (contents.isMore()) {
      return Texts.text("outbox.total.other", Texts.number(ops) + "+", size(bytes) + "+");
    }
    return ops == 0 ? "" : Texts.count("outbox.total", ops, size(bytes));
  }

  /** Operations that wait beyond the lines; empty when there are none. */
  String more(Outbox.Contents contents) {
    long unlisted =
        contents.changes().stream()
            .filter(change -> change.aside().isEmpty())
            .skip(ROWS_MAX)
            .mapToLong(WaitingChange::ops)
            .sum();
    long more = unlisted + contents.more();
    if (contents.isMore()) {
      return Texts.text("outbox.more.other", Texts.number(more) + "+");
    }
    return more == 0 ? "" : Texts.count("outbox.more", more);
  }

  String lastComplete() {
    return state.syncedAtMillis() == 0
        ? Texts.text("outbox.complete.never")
        : Texts.text("outbox.complete.at", time.at(state.syncedAtMillis()));
  }

  static String size(long bytes) {
    return bytes < MEGA
        ? Texts.text("outbox.size.kb", Math.max(1, Math.ceilDiv(bytes, KILO)))
        : Texts.text(
            "outbox.size.mb", String.format(Locale.ENGLISH, "%.1f", (double) bytes / MEGA));
  }

  private String why(WaitingChange change) {
    return Texts.text(
        switch (state.mode()) {
          case BLOCKED -> "outbox.why.blocked";
          case OFFLINE -> "outbox.why.offline";
          case PAUSED -> "outbox.why.paused";
          case HELD -> change.isSending() ? "outbox.why.sending" : "outbox.why.next";
          case WAITING, SAVED -> change.isSending() ? "outbox.why.sending" : "outbox.why.next";
          case LOCAL -> "outbox.why.local";
        });
  }
}
