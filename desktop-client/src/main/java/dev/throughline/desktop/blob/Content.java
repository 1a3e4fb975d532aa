package dev.throughline.desktop.blob;

import dev.throughline.model.blob.BlobManifest;
import java.io.IOException;
import java.util.Map;

/** The parts of a blob on this computer, from which it is sent. Any thread; one part at a time. */
interface Content extends AutoCloseable {
  /** Whether nothing more comes. */
  boolean isOver();

  /** How many parts can be sent now. */
  int ready();

  /** How many bytes all of it has, sealed; 0 while it is not over. */
  long size();

  /**
   * One part, sealed; the same bytes every time.
   *
   * @throws IOException when it cannot be read
   */
  byte[] part(int index) throws IOException;

  /**
   * What the blob consists of, now that nothing more comes. May read all of it.
   *
   * @param known digests of parts that were sealed before, which are not read again
   * @throws IOException when some of it cannot be read
   */
  BlobManifest manifest(Map<Integer, String> known) throws IOException;

  @Override
  void close() throws IOException;
}
