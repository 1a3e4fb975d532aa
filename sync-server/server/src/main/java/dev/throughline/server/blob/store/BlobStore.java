package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps blobs. What it has acknowledged is durable; what was cut off is either there whole or not
 * there. A version never changes, and one that is held or kept is not deleted through this port.
 * Any thread. Every method throws {@link StoreAway} when the store does not answer.
 */
public interface BlobStore {
  /** What this store can do beyond what every one can. */
  Set<Capability> capabilities();

  /**
   * Begins an upload; several may be under way for one key.
   *
   * @param id names it for good, so that completing it twice is once
   */
  Upload begin(BlobKey key, UUID id);

  /**
   * Takes one part; a part of the same index takes the place of the one before.
   *
   * @param index from 0, below {@link BlobManifest#PARTS_MAX}
   * @param digest SHA-256 of the bytes in small hexadecimal letters
   * @param body at most {@link BlobManifest#PART_BYTES} bytes; read to its end, not closed
   */
  PartPut put(Upload upload, int index, String digest, InputStream body);

  /** The parts that are there, in order; none when there is no such upload. */
  List<StoredPart> parts(Upload upload);

  /**
   * Makes an upload a version, if its parts are those of the manifest. Where the store does not
   * tell digests, lengths are compared here and digests by whoever reads the version back.
   *
   * @param isFirst whether it is only wanted when the key has no version yet
   */
  Completion complete(Upload upload, BlobManifest manifest, boolean isFirst);

  /** Gives an upload and its parts up; nothing happens when there is none. */
  void abort(Upload upload);

  /** The versions of a blob, oldest first. */
  List<BlobVersion> versions(BlobKey key);

  /** One version; empty when it is not there. */
  Optional<StoredObject> find(BlobVersion version);

  /**
   * Opens a stretch of a version. The caller closes it.
   *
   * @param from of its first byte, from 0
   * @param length how many bytes, not beyond the end
   */
  InputStream read(BlobVersion version, long from, long length);

  /** Keeps a version until then; never shorter than before. */
  void keep(BlobVersion version, LockMode mode, Instant until);

  /** Puts a version on hold, or lifts that. */
  void hold(BlobVersion version, boolean isHeld);

  /** Deletes one version for good, unless it is held or kept. */
  Deletion delete(BlobVersion version);

  /**
   * Leave to send one part; empty where the store could not check what is sent.
   *
   * @param length of the part in bytes
   */
  Optional<Ticket> partTicket(Upload upload, int index, String digest, int length, Instant until);

  /** Leave to read one version, whole or in stretches. */
  Ticket readTicket(BlobVersion version, Instant until);

  /** What a ticket of this server allows; empty for one that does not count, or is another's. */
  Optional<TicketUse> redeem(String token);
}
