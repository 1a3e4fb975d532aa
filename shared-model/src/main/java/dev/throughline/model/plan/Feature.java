package dev.throughline.model.plan;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing an MVP does, or one that was left for later. */
public record Feature(RecordId id, Optional<RecordId> mvp, String text, FeatureScope scope) {
  public static final String MVP = "mvp";
  public static final String TEXT = "text";
  public static final String SCOPE = "scope";

  public static final int TEXT_LENGTH_MAX = 500;

  public static final Kind KIND =
      new Kind(
          "feature",
          Family.PRODUCT,
          MVP,
          "",
          List.of(
              Field.reference(MVP, "mvp"),
              Field.latest(TEXT, new TextOf(TEXT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(SCOPE, new Choice(FeatureScope.WIRE_NAMES), PersonalClass.NEVER)));

  public static Feature from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Feature(
        id, fields.reference(MVP), fields.text(TEXT), FeatureScope.of(fields.text(SCOPE)));
  }

  public boolean isIn() {
    return scope == FeatureScope.IN;
  }
}
