package dev.throughline.desktop.blob;

import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts what is written into parts, seals each and keeps it in a folder. */
final class SealingOutput extends OutputStream {
  private final PartFolder folder;
  private final PartCipher cipher;
  private final byte[] content = new byte[PartCipher.CONTENT_BYTES];
  private final List<String> digests = new ArrayList<>();
  private int filled;
  private long size;

  SealingOutput(PartFolder folder, PartCipher cipher) {
    this.folder = folder;
    this.cipher = cipher;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int step = Math.min(length - done, content.length - filled);
      System.arraycopy(bytes, from + done, content, filled, step);
      filled += step;
      done += step;
      if (filled == content.length) {
        cut();
      }
    }
  }

  private void cut() throws IOException {
    byte[] part = cipher.seal(digests.size(), Arrays.copyOf(content, filled));
    folder.write(digests.size(), part);
    digests.add(Sha256.hex(part));
    size += part.length;
    filled = 0;
  }

  /** Keeps the rest, and the manifest last: a folder with one has all of its parts. */
  BlobManifest finish() throws IOException {
    if (filled > 0) {
      cut();
    }
    BlobManifest manifest = new BlobManifest(size, digests);
    folder.write(manifest);
    return manifest;
  }
}
