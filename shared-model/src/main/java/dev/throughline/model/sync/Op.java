package dev.throughline.model.sync;

import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.NamedValues;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One operation on one record.
 *
 * @param opNo counts a device's operations from 1; with device and incarnation it makes a resend
 *     recognisable
 * @param group operations of one group apply together or not at all
 * @param kind the record's kind by name, so that a version that does not know it can park it
 * @param baseSeq the record's sequence number this device had seen; 0 for none
 */
public record Op(
    OpId id,
    long opNo,
    GroupId group,
    Hlc hlc,
    RecordId record,
    String kind,
    Action action,
    long baseSeq,
    SortedMap<String, FieldChange> fields) {
  public Op {
    fields = NamedValues.copyOf(fields);
  }

  /** The same operation with other fields. */
  public Op withFields(Map<String, FieldChange> changed) {
    return new Op(id, opNo, group, hlc, record, kind, action, baseSeq, new TreeMap<>(changed));
  }
}
