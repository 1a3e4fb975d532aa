package dev.throughline.model.recording;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sound of an interview, or of one part of it. The record says what there is; the sound itself
 * travels as blobs, sealed under {@link MediaKey}.
 *
 * @param device the computer it was made on, and where the only copy is until a blob is verified
 * @param key the {@link MediaKey} it is sealed under
 * @param name what a file was called that was imported; empty for one made here
 * @param startedAt when it began, in milliseconds since 1970 by the clock of that computer
 * @param millis how long it is, pauses not counted; 0 while it is made
 * @param rate samples a second and channel
 * @param original the manifest of the lossless original, in hexadecimal; empty while it grows
 * @param proxy the manifest of the small copy for quick sync; empty while there is none
 */
public record Recording(
    RecordId id,
    Optional<RecordId> interview,
    Optional<RecordId> key,
    RecordingState state,
    String device,
    String name,
    long startedAt,
    long millis,
    int rate,
    int channels,
    String original,
    String proxy) {
  public static final String INTERVIEW = "interview";
  public static final String KEY = "key";
  public static final String STATE = "state";
  public static final String DEVICE = "device";
  public static final String NAME = "name";
  public static final String STARTED_AT = "startedAt";
  public static final String MILLIS = "millis";
  public static final String RATE = "rate";
  public static final String CHANNELS = "channels";
  public static final String ORIGINAL = "original";
  public static final String PROXY = "proxy";

  /** A thousand hours, as for a transcript. */
  public static final long MILLIS_MAX = 1_000L * 60 * 60 * 1_000;

  public static final int RATE_MAX = 192_000;
  public static final int CHANNELS_MAX = 8;
  public static final int NAME_LENGTH_MAX = 300;

  private static final int HEX_OF_SHA256 = 64;

  public static final Kind KIND =
      new Kind(
          "recording",
          Family.MEMORY,
          INTERVIEW,
          STARTED_AT,
          List.of(
              Field.reference(INTERVIEW, "interview"),
              Field.reference(KEY, "media-key"),
              Field.latest(STATE, new Choice(RecordingState.WIRE_NAMES), PersonalClass.NEVER),
              Field.latest(DEVICE, new TextOf(36), PersonalClass.NEVER),
              Field.latest(NAME, new TextOf(NAME_LENGTH_MAX), PersonalClass.PERSONAL),
              Field.latest(STARTED_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(MILLIS, new Number(0, MILLIS_MAX), PersonalClass.NEVER),
              Field.latest(RATE, new Number(0, RATE_MAX), PersonalClass.NEVER),
              Field.latest(CHANNELS, new Number(0, CHANNELS_MAX), PersonalClass.NEVER),
              Field.latest(ORIGINAL, new TextOf(HEX_OF_SHA256), PersonalClass.NEVER),
              Field.latest(PROXY, new TextOf(HEX_OF_SHA256), PersonalClass.NEVER)));

  public static Recording from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Recording(
        id,
        fields.reference(INTERVIEW),
        fields.reference(KEY),
        RecordingState.of(fields.text(STATE)),
        fields.text(DEVICE),
        fields.text(NAME),
        fields.whole(STARTED_AT).orElse(0L),
        fields.whole(MILLIS).orElse(0L),
        fields.whole(RATE).orElse(0L).intValue(),
        fields.whole(CHANNELS).orElse(0L).intValue(),
        fields.text(ORIGINAL),
        fields.text(PROXY));
  }
}
