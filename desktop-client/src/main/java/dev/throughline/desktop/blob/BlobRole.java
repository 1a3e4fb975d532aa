package dev.throughline.desktop.blob;

import dev.throughline.model.recording.Recording;
import java.util.Locale;

/** Which blobs a recording has. */
public enum BlobRole {
  /** Every sample as it was recorded, or an imported file as it was. */
  ORIGINAL(Recording.ORIGINAL),
  /** The small copy, an Ogg Opus file. */
  PROXY(Recording.PROXY);

  private final String field;

  BlobRole(String field) {
    this.field = field;
  }

  /** What routes call it, and what its parts are sealed for. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field in which the record names the blob. */
  String field() {
    return field;
  }

  /** The blob that a record names; empty while it names none. */
  String namedIn(Recording recording) {
    return this == ORIGINAL ? recording.original() : recording.proxy();
  }
}
