package dev.throughline.server.blob.store;

import java.util.List;

/** What became of completing an upload. */
public sealed interface Completion {
  /** It is a version now; the same for whoever completes it again. */
  record Done(BlobVersion version) implements Completion {}

  /** Parts are not there, or are others than the manifest names; nothing changed. */
  record Missing(List<Integer> indexes) implements Completion {
    public Missing {
      indexes = List.copyOf(indexes);
    }
  }

  /** It was to be the first version, and there is one. */
  record Taken(BlobVersion version) implements Completion {}

  /** There is no such upload. */
  record NoUpload() implements Completion {}
}
