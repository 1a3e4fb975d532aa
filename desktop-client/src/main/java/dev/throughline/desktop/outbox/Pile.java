package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.Waiting;
import dev.throughline.desktop.store.WaitingState;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Op;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Operations people see as one change, in the order they were made. */
final class Pile {
  /**
   * What holds a pile together.
   *
   * @param about the record people see change: for turns, their transcript
   * @param kind the kind of that record
   * @param reason why the server keeps them aside; empty while they wait
   */
  record Key(RecordId about, String kind, String reason) {}

  private final Key key;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<GroupId> groups = new HashSet<>();
  private long bytes;

  Pile(Key key) {
    this.key = key;
  }

  void add(Waiting op) {
    waiting.add(op);
    groups.add(op.op().group());
    bytes += WireFormat.OP.encode(op.op(), Encoding.CBOR).length;
  }

  /** Takes in another pile that people see as part of this one. */
  void swallow(Pile other) {
    waiting.addAll(other.waiting);
    groups.addAll(other.groups);
    bytes += other.bytes;
  }

  Key key() {
    return key;
  }

  int ops() {
    return waiting.size();
  }

  long bytes() {
    return bytes;
  }

  long since() {
    return waiting.stream().mapToLong(Waiting::since).min().orElse(0);
  }

  boolean isSending() {
    return waiting.stream().anyMatch(op -> op.state() == WaitingState.SENT);
  }

  String detail() {
    return waiting.getFirst().detail();
  }

  boolean sharesGroupWith(Pile other) {
    return groups.stream().anyMatch(other.groups::contains);
  }

  /** Whether the server never heard of the record. */
  boolean isNew() {
    return waiting.stream()
        .map(Waiting::op)
        .anyMatch(op -> op.record().equals(key.about()) && op.baseSeq() == 0);
  }

  Action lastAction() {
    return waiting.getLast().op().action();
  }

  /** Fields of the record itself, in the order they were first changed. */
  List<String> fields() {
    return waiting.stream()
        .map(Waiting::op)
        .filter(op -> op.record().equals(key.about()))
        .flatMap(op -> op.fields().keySet().stream())
        .distinct()
        .toList();
  }

  long newTurns() {
    return waiting.stream().map(Waiting::op).filter(Pile::isNewTurn).count();
  }

  long editedTurns() {
    return waiting.stream()
        .map(Waiting::op)
        .filter(op -> op.kind().equals(Segment.KIND.name()) && !isNewTurn(op))
        .map(Op::record)
        .distinct()
        .count();
  }

  private static boolean isNewTurn(Op op) {
    return op.kind().equals(Segment.KIND.name()) && op.fields().containsKey("transcript");
  }
}
