package dev.throughline.server.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.server.blob.store.BlobKey;
import dev.throughline.server.blob.store.Upload;
import java.util.Optional;
import java.util.UUID;

/**
 * A session in which a blob is sent.
 *
 * @param handle the store's name of it
 * @param manifest empty while nobody knows where it ends
 */
record UploadRow(
    UUID id, BlobKey key, String handle, Optional<BlobManifest> manifest, State state) {
  /** How far a session is. */
  enum State {
    OPEN("open"),
    DONE("done"),
    GIVEN_UP("given-up");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }

    static State of(String wireName) {
      return wireName.equals(OPEN.wireName)
          ? OPEN
          : wireName.equals(DONE.wireName) ? DONE : GIVEN_UP;
    }
  }

  Upload upload() {
    return new Upload(key, id, handle);
  }

  boolean isOpen() {
    return state == State.OPEN;
  }
}
