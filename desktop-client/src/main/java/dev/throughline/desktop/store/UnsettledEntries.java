package dev.throughline.desktop.store;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.store.PendingOps.Unsettled;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a journal must tell so that a store made of it and of the server holds what this store
 * holds: who this profile is, then every operation that is not settled, with how far it has come.
 * Reads the store in pages. Taking in what it already holds changes a store in nothing.
 */
final class UnsettledEntries implements Iterator<JournalEntry> {
  private static final int PAGE = 500;

  /** An entry is closed once its operations pass this. */
  private static final int BYTES_AIM = 1 << 20;

  private final LocalStore store;
  private final Deque<JournalEntry> ready = new ArrayDeque<>();
  private final List<Op> open = new ArrayList<>();
  private long opNo;
  private boolean isAtEnd;

  UnsettledEntries(LocalStore store) {
    this.store = store;
    ready.add(new JournalEntry.Renewed(store.lastOpNo(), store.lastMillis()));
    ready.add(new JournalEntry.Identity(store.device().orElseThrow(), store.home()));
    store.joinedName().ifPresent(name -> ready.add(new JournalEntry.Joined(store.home(), name)));
    ready.add(new JournalEntry.Started(store.started().incarnation()));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !isAtEnd) {
      List<Unsettled> page = store.unsettledAfter(opNo, PAGE);
      isAtEnd = page.size() < PAGE;
      if (!page.isEmpty()) {
        opNo = page.getLast().row().waiting().op().opNo();
        operations(page);
        states(page);
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public JournalEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void operations(List<Unsettled> page) {
    WorkspaceId workspace = page.getFirst().row().waiting().workspace();
    int bytes = 0;
    for (Unsettled one : page) {
      Waiting waiting = one.row().waiting();
      if (bytes > BYTES_AIM || !waiting.workspace().equals(workspace)) {
        close(workspace);
        bytes = 0;
      }
      workspace = waiting.workspace();
      open.add(waiting.op());
      bytes += WireFormat.OP.encode(waiting.op(), Encoding.CBOR).length;
    }
    close(workspace);
  }

  private void close(WorkspaceId workspace) {
    if (!open.isEmpty()) {
      ready.add(new JournalEntry.Recorded(workspace, open));
      open.clear();
    }
  }

  private void states(List<Unsettled> page) {
    List<Long> sent = new ArrayList<>();
    List<OpOutcome> answered = new ArrayList<>();
    for (Unsettled one : page) {
      Waiting waiting = one.row().waiting();
      long number = waiting.op().opNo();
      switch (waiting.state()) {
        case WAITING -> {}
        case SENT -> sent.add(number);
        case ANSWERED -> answered.add(new OpOutcome(number, new Outcome.Applied(one.effectSeq())));
        case PARKED ->
            answered.add(
                new OpOutcome(
                    number,
                    new Outcome.Parked(ParkReason.valueOf(waiting.reason()), waiting.detail())));
      }
    }
    if (!sent.isEmpty()) {
      ready.add(new JournalEntry.Sent(sent));
    }
    if (!answered.isEmpty()) {
      ready.add(new JournalEntry.Answered(answered));
    }
  }
}
