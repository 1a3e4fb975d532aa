package dev.throughline.server.log;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.GroupId;
import dev.throughline.model.id.OpId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Hlc;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Removal;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Operations of one device on interviews, the same on every run. */
final class SampleOps {
  private final String author;
  private long opNo;

  SampleOps(String author) {
    this.author = author;
  }

  DeviceId id() {
    return new DeviceId(Uuids.derived("device/" + author));
  }

  String author() {
    return author;
  }

  Op put(RecordId record, long baseSeq, String field, String text) {
    opNo++;
    String name = author + "/" + opNo;
    return new Op(
        new OpId(Uuids.derived("op/" + name)),
        opNo,
        new GroupId(Uuids.derived("group/" + name)),
        new Hlc(opNo, 0),
        record,
        "interview",
        Action.EDIT,
        baseSeq,
        new TreeMap<>(Map.of(field, FieldChange.put(Value.text(text)))));
  }

  Op trash(RecordId record, long baseSeq, Optional<Removal> word) {
    Op op = put(record, baseSeq, "title", "");
    TreeMap<String, FieldChange> fields = new TreeMap<>();
    word.ifPresent(given -> fields.put(Removal.FIELD, FieldChange.put(given.toValue())));
    return new Op(
        op.id(), op.opNo(), op.group(), op.hlc(), record, op.kind(), Action.TRASH, baseSeq, fields);
  }

  List<Op> grouped(List<Op> ops) {
    GroupId group = ops.getFirst().group();
    return ops.stream()
        .map(
            op ->
                new Op(
                    op.id(),
                    op.opNo(),
                    group,
                    op.hlc(),
                    op.record(),
                    op.kind(),
                    op.action(),
                    op.baseSeq(),
                    op.fields()))
        .toList();
  }
}
