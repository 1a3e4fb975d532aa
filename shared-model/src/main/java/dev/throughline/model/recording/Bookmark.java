package dev.throughline.model.recording;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a recording somebody wants to come back to.
 *
 * @param atMillis from the start of the recording, pauses not counted
 */
public record Bookmark(RecordId id, Optional<RecordId> recording, long atMillis, String label) {
  public static final String RECORDING = "recording";
  public static final String AT = "atMillis";
  public static final String LABEL = "label";

  public static final int LABEL_LENGTH_MAX = 200;

  public static final Kind KIND =
      new Kind(
          "bookmark",
          Family.MEMORY,
          RECORDING,
          AT,
          List.of(
              Field.reference(RECORDING, "recording"),
              Field.latest(AT, new Number(0, Recording.MILLIS_MAX), PersonalClass.NEVER),
              Field.latest(LABEL, new TextOf(LABEL_LENGTH_MAX), PersonalClass.PERSONAL)));

  public static Bookmark from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Bookmark(
        id, fields.reference(RECORDING), fields.whole(AT).orElse(0L), fields.text(LABEL));
  }
}
