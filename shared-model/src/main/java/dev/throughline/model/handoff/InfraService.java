package dev.throughline.model.handoff;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a handoff runs on, and what is promised of it.
 *
 * @param objective the service level objective, such as "99.9 % of requests a month under 300 ms"
 * @param probe the address that answers while it runs, asked once the handoff is out; may be empty
 */
public record InfraService(
    RecordId id, Optional<RecordId> handoff, String name, String objective, String probe) {
  public static final String HANDOFF = "handoff";
  public static final String NAME = "name";
  public static final String OBJECTIVE = "objective";
  public static final String PROBE = "probe";

  public static final int NAME_LENGTH_MAX = 200;

  public static final int OBJECTIVE_LENGTH_MAX = 500;

  public static final int PROBE_LENGTH_MAX = 500;

  public static final Kind KIND =
      new Kind(
          "infra-service",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.latest(NAME, new TextOf(NAME_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(OBJECTIVE, new TextOf(OBJECTIVE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(PROBE, new TextOf(PROBE_LENGTH_MAX), PersonalClass.NEVER)));

  public static InfraService from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new InfraService(
        id,
        fields.reference(HANDOFF),
        fields.text(NAME),
        fields.text(OBJECTIVE),
        fields.text(PROBE));
  }
}
