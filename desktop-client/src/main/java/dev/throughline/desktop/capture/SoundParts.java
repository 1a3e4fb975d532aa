package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the lossless original of a recording, as they are sent: cut from its samples and
 * sealed. One part is held in memory at a time. A part of a recording that still grows may be sent
 * once it is full; the last one only when the recording is over. Not for use by two threads at
 * once.
 */
public final class SoundParts {
  private static final int STEP_FRAMES = 1 << 15;

  private final PcmReader sound;
  private final PartCipher cipher;

  /**
   * @param sound which never changes where it can be read
   * @param cipher of the blob in the role {@code original}
   */
  public SoundParts(PcmReader sound, PartCipher cipher) {
    this.sound = sound;
    this.cipher = cipher;
  }

  /** How many parts are full by now; they can be sent although the recording goes on. */
  public int full() {
    return Math.toIntExact(contentBytes() / PartCipher.CONTENT_BYTES);
  }

  /** How many parts there are if nothing more comes. */
  public int all() {
    return Math.toIntExact(Math.ceilDiv(contentBytes(), (long) PartCipher.CONTENT_BYTES));
  }

  /** How many bytes all parts have, sealed, if nothing more comes. */
  public long size() {
    return contentBytes() + (long) all() * PartCipher.TAG_BYTES;
  }

  /**
   * One part, sealed; the same bytes every time it is asked for.
   *
   * @throws IOException when its sound cannot be read
   * @throws IndexOutOfBoundsException when the recording is not so long
   */
  public byte[] part(int index) throws IOException {
    long from = (long) index * PartCipher.CONTENT_BYTES;
    long length = Math.min(PartCipher.CONTENT_BYTES, contentBytes() - from);
    if (index < 0 || length <= 0) {
      throw new IndexOutOfBoundsException("there is no part " + index);
    }
    return cipher.seal(index, content(from, (int) length));
  }

  /**
   * What the blob consists of, now that nothing more comes. Reads all of it.
   *
   * @throws IOException when some of the sound cannot be read
   */
  public BlobManifest manifest() throws IOException {
    int count = all();
    List<String> digests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      digests.add(Sha256.hex(part(i)));
    }
    return manifest(digests);
  }

  /** The same from the digests of all parts, for whoever kept them while sending. */
  public BlobManifest manifest(List<String> digests) {
    return new BlobManifest(size(), digests);
  }

  private long contentBytes() {
    return sound.frames() * sound.form().frameBytes();
  }

  /** Parts are cut by bytes; where the channels do not fit, a frame is divided between two. */
  private byte[] content(long from, int length) throws IOException {
    int frameBytes = sound.form().frameBytes();
    long firstFrame = from / frameBytes;
    int skipped = (int) (from % frameBytes);
    byte[] content = new byte[length];
    byte[] step = new byte[STEP_FRAMES * frameBytes];
    int done = 0;
    while (done < length) {
      int count = sound.read(firstFrame, step) * frameBytes;
      if (count == 0) {
        throw new IOException("the sound is shorter than it was");
      }
      int taken = Math.min(count - skipped, length - done);
      System.arraycopy(step, skipped, content, done, taken);
      done += taken;
      firstFrame += count / frameBytes;
      skipped = 0;
    }
    return content;
  }
}
