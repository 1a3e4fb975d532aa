package dev.throughline.model.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a recording is on the computer it is made on. */
public enum RecordingState {
  /** Sound is taken up, or was when that computer was last heard of. */
  RECORDING,
  /** A person ended it. */
  STOPPED,
  /** It was cut off, and what was safe on disk was put in order afterwards. */
  RECOVERED,
  /** A file that was there before. */
  IMPORTED;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(RecordingState::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a record's name; one without it still records. */
  public static RecordingState of(String wireName) {
    return Arrays.stream(values())
        .filter(one -> one.wireName().equals(wireName))
        .findFirst()
        .orElse(RECORDING);
  }

  /** Whether its length is known and nothing more comes. */
  public boolean isEnded() {
    return this != RECORDING;
  }
}
