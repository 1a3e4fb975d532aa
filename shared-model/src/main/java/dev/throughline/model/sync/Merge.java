package dev.throughline.model.sync;

import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Merges one operation into one record. Pure: the same state, operation and writer give the same
 * answer on every server and in every replay.
 */
public final class Merge {
  /**
   * Who sends the operation, and when the server took it in.
   *
   * @param clockOffsetMillis what must be added to the device's clock to get the server's
   */
  public record Writer(
      DeviceId device, String author, long acceptedAtMillis, long clockOffsetMillis) {
    /** A writer whose clock is right. */
    public Writer(DeviceId device, String author, long acceptedAtMillis) {
      this(device, author, acceptedAtMillis, 0);
    }

    /** A device's time as the server counts it; never later than the moment of acceptance. */
    long corrected(long deviceMillis) {
      long shifted;
      try {
        shifted = Math.addExact(deviceMillis, clockOffsetMillis);
      } catch (ArithmeticException _) {
        shifted = acceptedAtMillis;
      }
      return Math.clamp(shifted, 0, acceptedAtMillis);
    }
  }

  /** Looks up what a field held when the record stood at a sequence number. */
  @FunctionalInterface
  public interface Past {
    Optional<Value> valueAt(RecordId record, String field, long seq);
  }

  /** What the operation leads to. */
  public sealed interface Result {}

  /**
   * The record's next state, to be logged as entry {@code next.seq()}.
   *
   * @param changed the fields that differ from before, with their new values
   * @param merged whether something written by others since was taken into account
   */
  public record Next(
      RecordState next, TreeMap<String, Value> changed, boolean merged, List<Conflict> conflicts)
      implements Result {}

  /** The record already is what the operation asks for. */
  public record Unchanged() implements Result {}

  /** The operation cannot apply; the detail holds no text of the record. */
  public record Refused(ParkReason reason, String detail) implements Result {}

  /** Where the stamp stands of who got a record out of the trash; no field has such a name. */
  private static final String RESTORED = "trash/restored";

  private Merge() {}

  /** Applies {@code op} on top of {@code state}; {@code seq} is the log entry it would become. */
  public static Result apply(RecordState state, Op op, Writer writer, long seq, Past past) {
    Optional<Kind> kind = Kinds.named(op.kind());
    if (kind.isEmpty()) {
      return new Refused(ParkReason.UNKNOWN_KIND, "unknown kind; update the server");
    }
    if (!state.isAbsent() && !state.kind().equals(op.kind())) {
      return new Refused(ParkReason.INVALID, "this id belongs to a record of another kind");
    }
    return switch (op.action()) {
      case EDIT -> edit(kind.get(), op, new RecordDraft(state, op, writer, seq, past));
      case TRASH -> trash(state, op, writer, seq);
      case RESTORE -> restore(state, op, writer, seq);
    };
  }

  private static Result edit(Kind kind, Op op, RecordDraft draft) {
    FieldMerge merge = new FieldMerge(kind, draft);
    for (var entry : op.fields().entrySet()) {
      Optional<Refused> refused = merge.take(entry.getKey(), entry.getValue());
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return draft.result();
  }

  private static Result trash(RecordState state, Op op, Writer writer, long seq) {
    if (state.isAbsent() || state.trash().isPresent()) {
      return new Unchanged();
    }
    boolean isFirm = isTrashFirm(state.kind());
    Optional<Stamp> newerEdit =
        state.stamps().values().stream()
            .filter(stamp -> !isFirm && isNews(stamp, op, writer))
            .max(java.util.Comparator.comparingLong(Stamp::seq));
    Stamp mine = stamp(op, writer, seq);
    if (newerEdit.isPresent()) {
      Conflict conflict = trashConflict(state, op, newerEdit.get(), mine);
      return new Next(
          withTrash(state, seq, Optional.empty()), new TreeMap<>(), true, List.of(conflict));
    }
    return new Next(withTrash(state, seq, Optional.of(mine)), new TreeMap<>(), false, List.of());
  }

  static boolean isTrashFirm(String kind) {
    return Kinds.named(kind).filter(Kind::isTrashFirm).isPresent();
  }

  private static Result restore(RecordState state, Op op, Writer writer, long seq) {
    if (state.trash().isEmpty()) {
      return new Unchanged();
    }
    TreeMap<String, Stamp> stamps = new TreeMap<>(state.stamps());
    stamps.put(RESTORED, stamp(op, writer, seq));
    return new Next(
        new RecordState(state.id(), state.kind(), seq, Optional.empty(), state.fields(), stamps),
        new TreeMap<>(),
        false,
        List.of());
  }

  /**
   * The way out of the trash of a record that an edit of another needs: people see that other only
   * inside this one. Empty when it is not in the trash, or the edit's device had put it there.
   *
   * @param seq the log entry it would become
   */
  public static Optional<Next> bringBack(RecordState state, Op op, Writer writer, long seq) {
    return state
        .trash()
        .filter(trash -> isNews(trash, op, writer))
        .map(
            trash ->
                new Next(
                    withTrash(state, seq, Optional.empty()),
                    new TreeMap<>(),
                    true,
                    List.of(trashConflict(state, op, stamp(op, writer, seq), trash))));
  }

  private static RecordState withTrash(RecordState state, long seq, Optional<Stamp> trash) {
    return new RecordState(state.id(), state.kind(), seq, trash, state.fields(), state.stamps());
  }

  static Conflict trashConflict(RecordState state, Op op, Stamp edit, Stamp trash) {
    return new Conflict(
        conflictId(op, state.id().equals(op.record()) ? "trash" : "trash/" + state.id()),
        Optional.of(state.id()),
        state.kind(),
        "trash",
        Value.NOTHING,
        side(Value.text("edited"), edit),
        side(Value.text("trashed"), trash),
        "edit-beats-trash");
  }

  /** Whether the stamp is a write this operation's device had not seen. */
  static boolean isNews(Stamp stamp, Op op, Writer writer) {
    boolean own = stamp.device().equals(writer.device().toString()) && stamp.opNo() < op.opNo();
    return stamp.seq() > op.baseSeq() && !own;
  }

  static Stamp stamp(Op op, Writer writer, long seq) {
    return new Stamp(
        seq,
        op.id().toString(),
        writer.device().toString(),
        op.opNo(),
        writer.author(),
        writer.corrected(op.hlc().millis()),
        op.hlc().millis());
  }

  static Conflict.Side side(Value value, Stamp stamp) {
    return new Conflict.Side(value, stamp.author(), stamp.device(), stamp.atMillis());
  }

  static RecordId conflictId(Op op, String field) {
    return new RecordId(Uuids.reserved("conflict/" + op.id() + "/" + field));
  }

  static boolean isText(Optional<Field> field) {
    return field.filter(f -> f.merge() == MergePolicy.TEXT).isPresent();
  }
}
