package dev.throughline.server.blob.store;

/** What became of a part that was sent. */
public sealed interface PartPut {
  /** It is there, and stays there. */
  record Stored(long length) implements PartPut {}

  /** It had other bytes than its digest says; nothing changed. */
  record WrongDigest() implements PartPut {}

  /** It was empty or longer than a part may be; nothing changed. */
  record WrongLength() implements PartPut {}

  /** There is no such upload, or it was completed or given up. */
  record NoUpload() implements PartPut {}
}
