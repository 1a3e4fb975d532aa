package dev.throughline.desktop.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The head of a WAV file with samples of 16 bits, as this program writes it: RIFF (Microsoft and
 * IBM, "Multimedia Programming Interface and Data Specifications 1.0"), or RF64 (EBU Tech 3306)
 * where the samples are longer than RIFF can say.
 *
 * @param bytes of the samples that follow
 */
public record WavFile(PcmForm form, long bytes) {
  private static final int FORMAT_BYTES = 16;
  private static final int PCM = 1;
  private static final int BITS = 16;
  private static final int HEAD_BYTES = 44;
  private static final int LONG_BYTES = 28;
  private static final int UNKNOWN = -1;

  /** What {@code RIFF} counts in its length beside the samples. */
  private static final int BESIDE = HEAD_BYTES - 8;

  private static final long RIFF_BYTES_MAX = 0xffff_ffffL - BESIDE - LONG_BYTES - 8;

  private boolean isLong() {
    return bytes > RIFF_BYTES_MAX;
  }

  /** How long the whole file is. */
  public long fileBytes() {
    return head().length + bytes;
  }

  /** What stands before the first sample. */
  public byte[] head() {
    ByteBuffer out =
        ByteBuffer.allocate(HEAD_BYTES + (isLong() ? LONG_BYTES + 8 : 0))
            .order(ByteOrder.LITTLE_ENDIAN);
    word(out, isLong() ? "RF64" : "RIFF");
    out.putInt(isLong() ? UNKNOWN : (int) (bytes + BESIDE));
    word(out, "WAVE");
    if (isLong()) {
      word(out, "ds64");
      out.putInt(LONG_BYTES).putLong(bytes + BESIDE + LONG_BYTES + 8).putLong(bytes);
      out.putLong(bytes / form.frameBytes()).putInt(0);
    }
    word(out, "fmt ");
    out.putInt(FORMAT_BYTES).putShort((short) PCM).putShort((short) form.channels());
    out.putInt(form.rate()).putInt(form.rate() * form.frameBytes());
    out.putShort((short) form.frameBytes()).putShort((short) BITS);
    word(out, "data");
    out.putInt(isLong() ? UNKNOWN : (int) bytes);
    return out.array();
  }

  private static void word(ByteBuffer out, String word) {
    out.put(word.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Reads a head that {@link #head} wrote, up to the first sample.
   *
   * @throws IOException when something else stands there
   */
  public static WavFile read(InputStream in) throws IOException {
    byte[] first = in.readNBytes(HEAD_BYTES);
    boolean isLong = first.length == HEAD_BYTES && first[1] == 'F';
    byte[] more = isLong ? in.readNBytes(LONG_BYTES + 8) : new byte[0];
    ByteBuffer all = ByteBuffer.allocate(first.length + more.length).order(ByteOrder.LITTLE_ENDIAN);
    all.put(first).put(more);
    int at = isLong ? LONG_BYTES + 8 : 0;
    if (all.capacity() != HEAD_BYTES + at) {
      throw new IOException("the file ends before its sound begins");
    }
    try {
      PcmForm form = new PcmForm(all.getInt(at + 24), all.getShort(at + 22));
      long bytes = isLong ? all.getLong(28) : Integer.toUnsignedLong(all.getInt(40));
      WavFile said = new WavFile(form, bytes);
      if (bytes >= 0 && Arrays.equals(said.head(), all.array())) {
        return said;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("no sound has such a form", e);
    }
    throw new IOException("this is no WAV file of ours");
  }
}
