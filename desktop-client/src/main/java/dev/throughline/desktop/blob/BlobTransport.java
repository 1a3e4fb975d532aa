package dev.throughline.desktop.blob;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.DeviceId;
import java.util.Optional;

/** The way to the blobs of one server. Calls block; any number of threads may call at once. */
public interface BlobTransport extends AutoCloseable {
  /** There is no such record, session or blob, or it is not for whoever asks. */
  String NOT_FOUND = "SRV-07";

  /** Nobody who counts is signed in. */
  String SIGN_IN = "SRV-16";

  /** The person has no role on this server. */
  String NO_ROLE = "SRV-17";

  /** The record may be read and not written. */
  String NOT_ALLOWED = "SRV-26";

  /** The record has other content. */
  String OTHER_CONTENT = "SRV-28";

  /** A part is not what it was said to be, or not of the manifest. */
  String PART_REFUSED = "SRV-50";

  /** Parts are missing. */
  String INCOMPLETE = "SRV-51";

  /** The server keeps no recordings. */
  String NO_STORE = "SRV-56";

  /**
   * Opens a session for sending, or goes on with the one under way.
   *
   * @param device that means to send
   * @param manifest empty while the recording grows
   */
  Reply<Opened> open(BlobKey key, DeviceId device, Optional<BlobManifest> manifest);

  /**
   * Sends a part, or the rest of one that was cut off; the same part again is the same part.
   *
   * @param from of the first byte that is sent, from 0; the server has those before
   * @param digest SHA-256 of the whole part in small hexadecimal letters
   */
  Reply<Boolean> put(String session, int index, byte[] part, int from, String digest);

  /** Says that all parts were sent; the same again is the same blob. */
  Reply<Standing> complete(String session, BlobManifest manifest);

  /** Asks how far a blob is. */
  Reply<Standing> standing(BlobKey key);

  /** Asks for the manifest of a blob that is complete. */
  Reply<BlobManifest> manifest(BlobKey key);

  /**
   * Reads a stretch of a blob that is complete, or what is still missing of it; what comes before a
   * cut stays.
   *
   * @param from of the stretch's first byte in the blob, from 0
   * @param into is whole when the reply is OK
   */
  Reply<Boolean> read(BlobKey key, long from, Coming into);

  @Override
  void close();
}
