package dev.throughline.server.blob.store;

import dev.throughline.model.blob.BlobManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a body to a file while it is hashed, so that only a piece of it is in memory. */
final class PartFile {
  private static final int CHUNK_BYTES = 64 << 10;

  private PartFile() {}

  /** Stored when the file holds those bytes, on disk; else what is in it is of no use. */
  static PartPut write(Path half, String digest, InputStream body) throws IOException {
    MessageDigest hash = sha256();
    long length = 0;
    byte[] chunk = new byte[CHUNK_BYTES];
    try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        length += read;
        if (length > BlobManifest.PART_BYTES) {
          return new PartPut.WrongLength();
        }
        hash.update(chunk, 0, read);
        ByteBuffer rest = ByteBuffer.wrap(chunk, 0, read);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
      }
      if (length == 0) {
        return new PartPut.WrongLength();
      }
      if (!HexFormat.of().formatHex(hash.digest()).equals(digest)) {
        return new PartPut.WrongDigest();
      }
      out.force(true);
      return new PartPut.Stored(length);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
