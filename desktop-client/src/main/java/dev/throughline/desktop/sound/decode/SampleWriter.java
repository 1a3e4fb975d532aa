package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import java.io.IOException;

/** Gathers single samples into blocks, leaves out what a codec adds in front and behind. */
final class SampleWriter {
  private static final int BLOCK_FRAMES = 4096;

  private final PcmTarget target;
  private byte[] block = new byte[0];
  private int filled;
  private int frameBytes = 1;
  private long skip;
  private long most = Long.MAX_VALUE;
  private long frames;
  private long before;
  private int rate;
  private boolean begun;

  SampleWriter(PcmTarget target) {
    this.target = target;
  }

  /** Says the form; saying the same again does nothing. */
  void begin(int rate, int channels) throws IOException {
    if (begun) {
      if (frameBytes != 2 * channels || this.rate != rate) {
        throw new BadSoundException(DecodingTrouble.MIXED);
      }
      return;
    }
    if (rate < 1 || rate > 192_000 || channels < 1 || channels > 8) {
      throw new BadSoundException(DecodingTrouble.FORM);
    }
    PcmForm form = new PcmForm(rate, channels);
    target.begin(form);
    frameBytes = form.frameBytes();
    block = new byte[BLOCK_FRAMES * frameBytes];
    this.rate = rate;
    begun = true;
  }

  /** What comes now is another sound, put on behind: nothing is known of its ends. */
  void another() {
    skip = 0;
    most = Long.MAX_VALUE;
    before = frames;
  }

  /** Leaves out the next frames. */
  void skip(long count) {
    skip = count;
  }

  /** Takes so many frames of this sound and drops what comes behind them. */
  void atMost(long count) {
    most = count;
  }

  /** The next sample; one too loud becomes the loudest. */
  void sample(int value) throws IOException {
    int clamped = Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    block[filled] = (byte) clamped;
    block[filled + 1] = (byte) (clamped >> 8);
    filled += 2;
    if (filled % frameBytes == 0) {
      endFrame();
    }
  }

  /** The next sample, of which 1 is the loudest. */
  void sample(float value) throws IOException {
    sample(Math.round(value * 32_768));
  }

  /** How many frames have come out so far. */
  long frames() {
    return frames;
  }

  void flush() throws IOException {
    int whole = filled - filled % frameBytes;
    if (whole > 0) {
      target.take(block, whole);
    }
    filled = 0;
  }

  private void endFrame() throws IOException {
    if (skip > 0) {
      skip--;
      filled -= frameBytes;
    } else if (frames - before >= most) {
      filled -= frameBytes;
    } else {
      frames++;
      if (filled == block.length) {
        flush();
      }
    }
  }
}
