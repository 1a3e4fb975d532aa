package dev.throughline.server.blob.store;

/** What a ticket of this server is for. */
public sealed interface TicketUse {
  /** Sending one part. */
  record PutPart(Upload upload, int index, String digest) implements TicketUse {}

  /** Reading one version. */
  record ReadVersion(BlobVersion version) implements TicketUse {}
}
