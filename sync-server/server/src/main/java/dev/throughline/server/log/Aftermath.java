package dev.throughline.server.log;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server itself writes because of what somebody did, in the transaction that takes it in.
 * Must not fail for anything a client can send: that would refuse the whole push.
 */
@FunctionalInterface
public interface Aftermath {
  /** Nothing follows. */
  Aftermath NONE = (_, _) -> {};

  /** Each of these, in this order. */
  static Aftermath all(List<Aftermath> each) {
    return (group, records) -> each.forEach(one -> one.after(group, records));
  }

  /** An operation that was taken in, and its record before and after it. */
  record Done(Op op, RecordState before, RecordState after) {}

  /** The workspace as the group has left it. */
  interface Records {
    /** Who did it. */
    Asker asker();

    /** The device it was done on. */
    String device();

    /** The server's time, in milliseconds since the epoch. */
    long nowMillis();

    /** The number of the next entry of the log. */
    long nextSeq();

    /** So many random bytes. */
    byte[] random(int count);

    /** A record, in the trash too; empty when nobody wrote it yet. */
    Optional<RecordState> find(RecordId record);

    /** Records of a kind that are not in the trash and of which a field names a record. */
    List<RecordState> naming(String kind, String field, RecordId record);

    /** Writes down what happened, with everything else or not at all. */
    void audit(AuditNote note);

    /** Gives fields of a record these values, in the name of the server; makes it if need be. */
    void write(RecordId record, String kind, Map<String, Value> fields);
  }

  /** Looks at what a group of operations did. */
  void after(List<Done> group, Records records);
}
