package dev.throughline.server.blob.store;

import java.time.Instant;

/** What became of deleting a version. */
public sealed interface Deletion {
  /** It is gone for good. */
  record Done() implements Deletion {}

  /** There was none. */
  record Absent() implements Deletion {}

  /** It is on hold. */
  record Held() implements Deletion {}

  /** It is kept until then. */
  record Kept(Instant until) implements Deletion {}
}
