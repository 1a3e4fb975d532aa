package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * How a segment begins. It says all there is to know about the sound behind it, so that a folder
 * can be read without its log. The whole header goes into the key of the segment: of a changed one
 * no slot opens.
 *
 * @param number of the segment, from 1
 * @param firstFrame of the whole recording that lies here
 * @param keyName names the secret without telling anything about it
 * @param salt makes the key of this segment another than of any before
 */
record SegmentHeader(
    RecordId recording, int number, long firstFrame, PcmForm form, long keyName, byte[] salt) {
  static final int BYTES = 80;
  static final int SALT_BYTES = 24;

  /** A number that no recording reaches: 230 days. */
  static final int NUMBER_MAX = 999_999;

  /** No recording has more frames: 250 days at the highest rate. */
  static final long FRAMES_MAX = 1L << 42;

  private static final byte[] MAGIC = "TLS1".getBytes(StandardCharsets.US_ASCII);

  /** As it stands at the begin of the file, its check at the end. */
  byte[] bytes() {
    ByteBuffer header = ByteBuffer.allocate(BYTES);
    header.put(MAGIC).putInt(number).putLong(firstFrame);
    header.putLong(recording.value().getMostSignificantBits());
    header.putLong(recording.value().getLeastSignificantBits());
    header.putInt(form.rate()).putInt(form.channels()).putLong(keyName).put(salt);
    return header.putInt(BYTES - Integer.BYTES, check(header.array())).array();
  }

  /** Reads a header; empty when these bytes are none or were changed. */
  static Optional<SegmentHeader> read(byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length != BYTES
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        || header.getInt(BYTES - Integer.BYTES) != check(bytes)) {
      return Optional.empty();
    }
    header.position(MAGIC.length);
    int number = header.getInt();
    long firstFrame = header.getLong();
    RecordId recording = new RecordId(new UUID(header.getLong(), header.getLong()));
    try {
      PcmForm form = new PcmForm(header.getInt(), header.getInt());
      long keyName = header.getLong();
      byte[] salt = new byte[SALT_BYTES];
      header.get(salt);
      return number < 1 || number > NUMBER_MAX || firstFrame < 0 || firstFrame > FRAMES_MAX
          ? Optional.empty()
          : Optional.of(new SegmentHeader(recording, number, firstFrame, form, keyName, salt));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static int check(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, BYTES - Integer.BYTES);
    return (int) crc.getValue();
  }
}
