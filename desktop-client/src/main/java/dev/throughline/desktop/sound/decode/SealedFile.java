package dev.throughline.desktop.sound.decode;

import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.id.RecordId;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A sound file that lies in a folder as sealed parts, and is opened only in the memory of whoever
 * decodes it.
 *
 * @param folder holds every part as {@link #part} names them, and no others
 * @param secret of its {@link dev.throughline.model.recording.MediaKey}, 32 bytes
 * @param record what the blob belongs to
 * @param role which of its blobs it is
 */
public record SealedFile(Path folder, byte[] secret, RecordId record, String role) {
  private static final int SECRET_BYTES = 32;

  /** Where a part of such a file lies. */
  public static Path part(Path folder, int index) {
    return folder.resolve(String.format(Locale.ROOT, "%06d.part", index));
  }

  PartCipher cipher() {
    return PartCipher.of(secret, record, role);
  }

  /** What the process that decodes is told in private; other programs see its arguments. */
  byte[] key() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(secret);
      out.writeUTF(record.toString());
      out.writeUTF(role);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes what is written", e);
    }
    return bytes.toByteArray();
  }

  static SealedFile read(Path folder, InputStream key) throws IOException {
    DataInputStream in = new DataInputStream(key);
    byte[] secret = new byte[SECRET_BYTES];
    in.readFully(secret);
    return new SealedFile(folder, secret, RecordId.of(in.readUTF()), in.readUTF());
  }

  @Override
  public String toString() {
    return "SealedFile[record=" + record + ", role=" + role + "]";
  }
}
