package dev.throughline.desktop.sound.proxy;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/**
 * Makes the small copy: one channel, 48 kHz, 32 kbit/s, an Ogg page a second. About 14 MB an hour;
 * holds a second of sound at a time. The same samples always give the same bytes.
 */
public final class OpusProxy {
  private static final int BLOCK_FRAMES = 4_800;

  private OpusProxy() {}

  /**
   * Writes the whole of it.
   *
   * @param out is flushed, not closed
   * @throws InterruptedIOException when the thread was interrupted; half a file is of no use
   */
  public static void write(PcmReader pcm, OutputStream out) throws IOException {
    PcmForm form = pcm.form();
    OpusStream stream = new OpusStream(out, form.rate());
    Resampler resampler = new Resampler(form.rate(), OpusStream.RATE);
    byte[] bytes = new byte[BLOCK_FRAMES * form.frameBytes()];
    float[] mono = new float[BLOCK_FRAMES];
    float[] changed = new float[resampler.most(BLOCK_FRAMES)];
    long frames = 0;
    for (int had = pcm.read(0, bytes); had > 0; had = pcm.read(frames, bytes)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the small copy is not wanted any more");
      }
      mix(bytes, had, form.channels(), mono);
      stream.add(changed, resampler.take(mono, had, changed));
      frames += had;
    }
    long wanted = Math.ceilDiv(frames * OpusStream.RATE, form.rate());
    stream.add(changed, resampler.finish(changed, wanted));
    stream.end(wanted);
  }

  private static void mix(byte[] pcm, int frames, int channels, float[] into) {
    for (int frame = 0; frame < frames; frame++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        int at = 2 * (frame * channels + channel);
        sum += (pcm[at] & 0xff) | pcm[at + 1] << 8;
      }
      into[frame] = (float) sum / channels;
    }
  }
}
