package dev.throughline.server.log;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.OpOutcome;
import dev.throughline.model.sync.Outcome;
import dev.throughline.model.sync.Protocol;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.value.Value;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes records of the server's own: who signed in, who may see what at first, what was rescued;
 * and what people ask of routes that are not those of sync, under their own rights. Goes the way of
 * every push, as a device that is new at each start of the server.
 */
public final class ServerHand {
  private final Function<Delivery, PushAnswer> intake;
  private final LogStore log;
  private final WorkspaceId workspace;
  private final InstantSource clock;
  private final RandomBytes random;
  private final DeviceId device;
  private final long incarnation;
  private long opNo;

  /**
   * A hand of one server.
   *
   * @param intake takes pushes in, as it does those of desktops
   */
  public ServerHand(
      Function<Delivery, PushAnswer> intake,
      LogStore log,
      WorkspaceId workspace,
      InstantSource clock,
      RandomBytes random) {
    this.intake = intake;
    this.log = log;
    this.workspace = workspace;
    this.clock = clock;
    this.random = random;
    this.device = new DeviceId(id());
    this.incarnation = clock.millis();
  }

  /** Whether that is the device under which this hand writes. */
  public boolean isDevice(DeviceId other) {
    return device.equals(other);
  }

  private UUID id() {
    ByteBuffer seed = ByteBuffer.wrap(random.next(16));
    return Uuids.version7(clock.millis(), seed.getLong(), seed.getLong());
  }

  /**
   * Gives fields of a record these values; makes the record if it is not there. Durable when it
   * returns.
   */
  public synchronized Outcome write(RecordId record, String kind, Map<String, Value> values) {
    return send(
        push(LogEntry.SERVER, List.of(new Wanted(new OpId(id()), record, kind, values))),
        Asker.SERVER);
  }

  /** Decides something under the lock of the head; durable when it returns. */
  public synchronized void act(Act act) {
    var _ =
        intake.apply(
            new Delivery(push(LogEntry.SERVER, List.of()), Asker.SERVER, Optional.of(act)));
  }

  /** What became of something that is to be written once. */
  public sealed interface Once {
    /** It was looked at now. */
    record Now(Outcome outcome) implements Once {}

    /** The same was written before; nothing changed. */
    record Before() implements Once {}

    /** The record is there, and something else made it. */
    record Taken() implements Once {}
  }

  /**
   * A record that somebody wants.
   *
   * @param once the same for the same wish
   */
  public record Wanted(OpId once, RecordId record, String kind, Map<String, Value> values) {}

  /**
   * Makes records for somebody, under their rights, however often they are asked for: all in one
   * transaction, the first being what the others belong to.
   */
  public synchronized Once make(Asker asker, String author, List<Wanted> wanted) {
    Push push = push(author, wanted);
    boolean isKnown =
        log.inTransaction(
            workspace,
            () ->
                log.known(workspace, List.of(push))
                    .firstOutcome(push.ops().getFirst())
                    .isPresent());
    if (isKnown) {
      return new Once.Before();
    }
    List<RecordId> records = wanted.stream().map(Wanted::record).toList();
    boolean isThere = log.inTransaction(workspace, () -> !log.states(workspace, records).isEmpty());
    return isThere ? new Once.Taken() : new Once.Now(send(push, asker));
  }

  /** The outcome of the first, or of one that was parked. */
  private Outcome send(Push push, Asker asker) {
    List<Outcome> outcomes =
        intake.apply(new Delivery(push, asker)).outcomes().stream()
            .map(OpOutcome::outcome)
            .toList();
    return outcomes.stream()
        .filter(Outcome.Parked.class::isInstance)
        .findFirst()
        .orElse(outcomes.getFirst());
  }

  private Push push(String author, List<Wanted> wanted) {
    GroupId group = new GroupId(id());
    long head = log.inTransaction(workspace, () -> log.head(workspace)).seq();
    List<Op> ops = wanted.stream().map(one -> op(one, group, head)).toList();
    return new Push(Protocol.VERSION_MAX, workspace, device, incarnation, author, 0, ops);
  }

  private Op op(Wanted wanted, GroupId group, long head) {
    TreeMap<String, FieldChange> fields = new TreeMap<>();
    wanted.values().forEach((name, value) -> fields.put(name, FieldChange.put(value)));
    opNo++;
    return new Op(
        wanted.once(),
        opNo,
        group,
        new Hlc(clock.millis(), 0),
        wanted.record(),
        wanted.kind(),
        Action.EDIT,
        head,
        fields);
  }
}
