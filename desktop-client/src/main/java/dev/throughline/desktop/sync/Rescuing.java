package dev.throughline.desktop.sync;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands one's unsent work over before records are forgotten that one may not read any more. Nothing
 * is forgotten here before the server has said that it keeps it.
 */
final class Rescuing {
  private final Ledger ledger;
  private final SyncTransport transport;
  private final String author;

  Rescuing(Ledger ledger, SyncTransport transport, String author) {
    this.ledger = ledger;
    this.transport = transport;
    this.author = author;
  }

  /** Rescues what goes out of reach with this standing; done when nothing is left to rescue. */
  Round rescue(Optional<Standing> now) throws JournalException {
    LocalStore store = ledger.store();
    for (Map.Entry<RecordId, List<Waiting>> of : store.rights().losing(now).entrySet()) {
      forget(of.getValue().stream().filter(Rescuing::isRescued).toList());
      List<Waiting> left = of.getValue().stream().filter(waiting -> !isRescued(waiting)).toList();
      while (!left.isEmpty()) {
        List<Waiting> batch = left.subList(0, cut(left));
        Reply<PushAnswer> reply = send(of.getKey(), batch);
        switch (reply) {
          case Reply.Ok<PushAnswer>(PushAnswer answer) -> settle(answer.outcomes());
          case Reply.Unreachable<PushAnswer> _ -> {
            return Round.failed(reply);
          }
          case Reply.Refused<PushAnswer> _ -> {
            // It stays here as unsent work, and in the Inbox once a push of it is refused too.
          }
        }
        left = left.subList(batch.size(), left.size());
      }
    }
    return new Round.Done(0, true);
  }

  private void forget(List<Waiting> rescued) throws JournalException {
    if (!rescued.isEmpty()) {
      ledger.rescued(numbers(rescued));
    }
  }

  private static boolean isRescued(Waiting waiting) {
    return waiting.reason().equals(ParkReason.RESCUED.name());
  }

  /** What leaves is not folded with what is typed meanwhile, so its numbers stay. */
  private Reply<PushAnswer> send(RecordId study, List<Waiting> batch) throws JournalException {
    ledger.sent(numbers(batch));
    LocalStore store = ledger.store();
    return transport.rescue(
        study,
        new Push(
            Protocol.VERSION_MAX,
            store.home(),
            store.device().orElseThrow(),
            store.started().incarnation(),
            author,
            0,
            batch.stream().map(Waiting::op).toList()));
  }

  /** What the server had taken before counts as answered, not as rescued. */
  private void settle(List<OpOutcome> outcomes) throws JournalException {
    ledger.answered(outcomes);
    List<Long> rescued = new ArrayList<>();
    for (OpOutcome outcome : outcomes) {
      if (outcome.outcome() instanceof Outcome.Parked(ParkReason reason, String _)
          && reason == ParkReason.RESCUED) {
        rescued.add(outcome.opNo());
      }
    }
    if (!rescued.isEmpty()) {
      ledger.rescued(rescued);
    }
  }

  private static List<Long> numbers(List<Waiting> batch) {
    return batch.stream().map(waiting -> waiting.op().opNo()).toList();
  }

  /** Groups stay together. */
  private static int cut(List<Waiting> all) {
    long bytes = 0;
    for (int i = 0; i < all.size(); i++) {
      bytes += OpWeight.of(all.get(i).op());
      boolean groupEnds =
          i + 1 == all.size() || !all.get(i).op().group().equals(all.get(i + 1).op().group());
      if (groupEnds && (bytes > Protocol.PUSH_BYTES_AIM || i + 1 >= Protocol.GROUP_OPS_MAX)) {
        return i + 1;
      }
    }
    return all.size();
  }
}
