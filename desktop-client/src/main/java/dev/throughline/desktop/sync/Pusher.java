package dev.throughline.desktop.sync;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.FieldChange.TextEdit;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.TextBase;
import dev.throughline.model.sync.TextDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Sends what waits, oldest first, whole groups only. That operations may have left is on disk
 * before they leave; until the outcome is known the same operations are sent again. One thread at a
 * time.
 */
public final class Pusher {
  /** The server's ways to say that a push should be cut smaller. */
  private static final Set<String> TOO_LARGE = Set.of("SRV-02", "SRV-15");

  /** The server's way to say that another copy of this profile is about. */
  private static final String COPIED = "SRV-13";

  private final Ledger ledger;
  private final Supplier<String> author;
  private final ServerClock serverClock;
  private int opsMax = Protocol.PUSH_OPS_MAX;

  public Pusher(Ledger ledger, Supplier<String> author, ServerClock serverClock) {
    this.ledger = ledger;
    this.author = author;
    this.serverClock = serverClock;
  }

  /** Sends one batch. */
  public Round round(SyncTransport transport) throws JournalException {
    List<Op> batch = batch();
    if (batch.isEmpty()) {
      return new Round.Done(0, false);
    }
    Push push =
        new Push(
            Protocol.VERSION_MAX,
            ledger.store().home(),
            ledger.store().device().orElseThrow(),
            ledger.store().started().incarnation(),
            author.get(),
            serverClock.offsetMillis(),
            batch);
    Reply<PushAnswer> reply = transport.push(push);
    if (reply instanceof Reply.Refused<PushAnswer>(String code, _)
        && TOO_LARGE.contains(code)
        && batch.size() > 1) {
      opsMax = batch.size() / 2;
      return new Round.Done(0, true);
    }
    if (isCopied(reply)) {
      ledger.becomeNewDevice(push.device());
      return new Round.Done(0, true);
    }
    if (!(reply instanceof Reply.Ok<PushAnswer>(PushAnswer answer))) {
      return Round.failed(reply);
    }
    opsMax = Protocol.PUSH_OPS_MAX;
    requireAnswerTo(batch, answer);
    ledger.answered(answer.outcomes());
    return new Round.Done(batch.size(), !ledger.store().toPush(1).isEmpty());
  }

  /** Whether the server knows another copy of this profile. */
  static boolean isCopied(Reply<?> reply) {
    return reply instanceof Reply.Refused<?>(String code, _) && code.equals(COPIED);
  }

  private List<Op> batch() throws JournalException {
    return ledger.send(Protocol.PUSH_OPS_MAX, this::cut).stream()
        .map(Waiting::op)
        .map(this::withShortBases)
        .toList();
  }

  /** Cuts after the group with which the batch reaches its aim in bytes or operations. */
  private List<Waiting> cut(List<Waiting> all) {
    long bytes = 0;
    int end = 0;
    for (int i = 0; i < all.size(); i++) {
      bytes += OpWeight.of(all.get(i).op());
      boolean groupEnds = i + 1 == all.size() || !group(all, i).equals(group(all, i + 1));
      boolean mayBeCutOff = i + 1 == all.size() && all.size() == Protocol.PUSH_OPS_MAX;
      if (groupEnds && !mayBeCutOff) {
        end = i + 1;
        if (bytes > Protocol.PUSH_BYTES_AIM || end >= opsMax) {
          break;
        }
      }
    }
    return all.subList(0, end);
  }

  private static GroupId group(List<Waiting> all, int at) {
    return all.get(at).op().group();
  }

  /** Names a text's base by its digest where the server has that very text. */
  private Op withShortBases(Op op) {
    if (op.fields().values().stream().noneMatch(TextEdit.class::isInstance)) {
      return op;
    }
    Map<String, FieldChange> fields = new TreeMap<>();
    op.fields().forEach((name, change) -> fields.put(name, withShortBase(op, name, change)));
    return op.withFields(fields);
  }

  private FieldChange withShortBase(Op op, String name, FieldChange change) {
    boolean isKnown =
        change instanceof TextEdit(TextBase.Inline(String text), _)
            && ledger
                .store()
                .baseText(op.record(), name, op.baseSeq())
                .filter(text::equals)
                .isPresent();
    return isKnown && change instanceof TextEdit(TextBase.Inline(String base), var splices)
        ? new TextEdit(new TextBase.AtBase(TextDigest.of(base)), splices)
        : change;
  }

  private static void requireAnswerTo(List<Op> batch, PushAnswer answer) {
    List<Long> sent = batch.stream().map(Op::opNo).toList();
    List<Long> answered = new ArrayList<>();
    answer.outcomes().forEach(outcome -> answered.add(outcome.opNo()));
    if (!sent.equals(answered)) {
      throw new IllegalStateException("the server answered other operations than were pushed");
    }
  }
}
