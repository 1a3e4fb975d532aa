package dev.throughline.server.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.FieldChange;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.TestDevice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the server keep work for the owners of a study, owns that study, and takes it in. */
public final class Smuggling {
  private Smuggling() {}

  /** Whatever comes of it: the study is of whoever smuggles. */
  public static void by(Office who, RecordId record, String kind, Map<String, Value> values) {
    RecordId study = TestDevice.newRecord();
    who.write(study, "study", Map.of("title", Value.text("Mine")));
    Op op = who.device.edit(record, kind, 0, Office.puts(values));
    who.device
        .http()
        .post("/sync/v1/rescue?study=" + study, WireFormat.PUSH, who.device.pushOf(List.of(op)))
        .read(WireFormat.PUSH_ANSWER);
    Optional<RecordId> rescue =
        who.device.pullAll(0).stream()
            .filter(change -> change.kind().equals("rescue"))
            .filter(change -> Value.text(study.toString()).equals(change.fields().get("study")))
            .map(change -> change.record())
            .findFirst();
    rescue.ifPresent(
        id ->
            who.device.send(
                who.device.edit(
                    id,
                    "rescue",
                    who.device.hello().head(),
                    Map.of("state", FieldChange.put(Value.text("accepted"))))));
  }
}
