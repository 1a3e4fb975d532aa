package dev.throughline.desktop.sound.peaks;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The wave of one recording: the lowest and the highest sample of every 256 frames, of all channels
 * together, in 8 bits; and the same for 8 and 64 times as many. Two hours of 48 kHz take 3 MB. May
 * grow while others look at it; any thread.
 */
public final class Peaks {
  /** The finest block; closer than that the samples themselves are to be drawn. */
  public static final int BLOCK_FRAMES = 256;

  private static final int FACTOR = 8;
  private static final byte[] MAGIC = "TLPK1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_BYTES = MAGIC.length + Long.BYTES;
  private static final int READ_FRAMES = 16_384;

  private final List<PeakLevel> levels =
      List.of(
          new PeakLevel(BLOCK_FRAMES),
          new PeakLevel(BLOCK_FRAMES * FACTOR),
          new PeakLevel(BLOCK_FRAMES * FACTOR * FACTOR));
  private long frames;

  /** How many frames of the recording are in it. */
  public synchronized long frames() {
    return frames;
  }

  /**
   * Takes the next frames.
   *
   * @param length how many bytes of {@code pcm} count; whole frames
   */
  public synchronized void add(PcmForm form, byte[] pcm, int length) {
    int at = 0;
    while (at < length) {
      int room = (int) (BLOCK_FRAMES - frames % BLOCK_FRAMES);
      int taken = Math.min(room, (length - at) / form.frameBytes());
      int low = Byte.MAX_VALUE;
      int high = Byte.MIN_VALUE;
      // The upper byte of a sample is all that eight bits can say of it.
      for (int end = at + taken * form.frameBytes(); at < end; at += 2) {
        low = Math.min(low, pcm[at + 1]);
        high = Math.max(high, pcm[at + 1]);
      }
      fold(frames, (byte) low, (byte) high);
      frames += taken;
    }
  }

  /**
   * Reads what is new in a recording, which may grow.
   *
   * @throws InterruptedIOException when the thread was interrupted; what was read by then is kept
   */
  public void catchUp(PcmReader pcm) throws IOException {
    PcmForm form = pcm.form();
    byte[] block = new byte[READ_FRAMES * form.frameBytes()];
    for (int had = pcm.read(frames(), block); had > 0; had = pcm.read(frames(), block)) {
      add(form, block, had * form.frameBytes());
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the wave is not wanted any more");
      }
    }
  }

  /**
   * The wave of a range in as many columns as the arrays are long. Columns without sound are 0.
   *
   * @param from the first frame; may be before the beginning
   * @param to the first frame behind it; may be behind the end
   * @param lows gets the lowest sample of each column, -128 to 127
   * @param highs gets the highest
   */
  public synchronized void columns(long from, long to, byte[] lows, byte[] highs) {
    int count = lows.length;
    PeakLevel level = levelFor((to - from) / Math.max(1, count));
    for (int i = 0; i < count; i++) {
      long begin = from + (to - from) * i / count;
      long end = Math.max(begin + 1, from + (to - from) * (i + 1) / count);
      long first = Math.max(0, begin) / level.blockFrames();
      long last = Math.min(level.count(), Math.ceilDiv(end, level.blockFrames()));
      boolean isSilent = end <= 0 || begin >= frames || first >= last;
      lows[i] = isSilent ? 0 : level.low((int) first, (int) last);
      highs[i] = isSilent ? 0 : level.high((int) first, (int) last);
    }
  }

  /** For keeping, sealed; see {@link PeaksFile}. Only the finest level is in it. */
  public synchronized byte[] bytes() {
    PeakLevel finest = levels.getFirst();
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + 2 * finest.count());
    out.put(MAGIC).putLong(frames);
    for (int i = 0; i < finest.count(); i++) {
      out.put(finest.low(i)).put(finest.high(i));
    }
    return out.array();
  }

  /** What {@link #bytes} gave; empty when it is anything else. */
  public static Optional<Peaks> of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int magic = MAGIC.length;
    if (bytes.length < HEAD_BYTES || !Arrays.equals(bytes, 0, magic, MAGIC, 0, magic)) {
      return Optional.empty();
    }
    in.position(magic);
    long frames = in.getLong();
    if (frames < 0 || Math.ceilDiv(frames, BLOCK_FRAMES) * 2 != in.remaining()) {
      return Optional.empty();
    }
    Peaks peaks = new Peaks();
    for (long frame = 0; frame < frames; frame += BLOCK_FRAMES) {
      peaks.fold(frame, in.get(), in.get());
    }
    peaks.frames = frames;
    return Optional.of(peaks);
  }

  private void fold(long frame, byte low, byte high) {
    for (PeakLevel level : levels) {
      level.fold(frame, low, high);
    }
  }

  /** The coarsest whose blocks are not wider than a column. */
  private PeakLevel levelFor(long columnFrames) {
    PeakLevel best = levels.getFirst();
    for (PeakLevel level : levels) {
      best = level.blockFrames() <= columnFrames ? level : best;
    }
    return best;
  }
}
