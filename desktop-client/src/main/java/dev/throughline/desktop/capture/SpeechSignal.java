package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.sound.PcmForm;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Made-up sound that rises and falls like speech: syllables of a gliding voice with overtones,
 * pauses between them, a little noise. The same random numbers give the same samples on every
 * machine, as only whole numbers are calculated with.
 */
public final class SpeechSignal implements SoundSource {
  private static final int TABLE_BITS = 12;
  private static final int[] SINE = sine();
  private static final int OVERTONES = 5;
  private static final int NOISE = 12;
  private static final int LOUDNESS = 9_000;

  private final PcmForm form;
  private final RandomGenerator random;
  private final Pace pace;
  private final long frameCount;
  private long frames;
  private int length;
  private int at;
  private int loudness;
  private int step;
  private int glide;
  private int phase;
  private boolean isClosed;

  /**
   * @param frameCount after which it is over
   */
  public SpeechSignal(PcmForm form, RandomGenerator random, Pace pace, long frameCount) {
    this.form = form;
    this.random = random;
    this.pace = pace;
    this.frameCount = frameCount;
  }

  private static int[] sine() {
    int[] sine = new int[1 << TABLE_BITS];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (int) StrictMath.round(StrictMath.sin(2 * Math.PI * i / sine.length) * 4_096);
    }
    return sine;
  }

  @Override
  public PcmForm form() {
    return form;
  }

  @Override
  public int read(byte[] into) {
    int wanted = (int) Math.min(into.length / form.frameBytes(), frameCount - frames);
    if (wanted == 0 || isClosed()) {
      return -1;
    }
    frames += wanted;
    for (int i = 0, to = 0; i < wanted; i++) {
      int sample = next();
      for (int channel = 0; channel < form.channels(); channel++) {
        into[to++] = (byte) sample;
        into[to++] = (byte) (sample >> 8);
      }
    }
    pace.await(Duration.ofMillis(form.millis(frames)));
    return wanted * form.frameBytes();
  }

  private int next() {
    if (at == length) {
      begin();
    }
    int rise = SINE[(int) ((long) at * (SINE.length / 2) / length)];
    at++;
    step += glide;
    phase += step;
    int sum = 0;
    for (int tone = 1; tone <= OVERTONES; tone++) {
      sum += SINE[(phase * tone) >>> (Integer.SIZE - TABLE_BITS)] / tone;
    }
    int voice = (int) ((long) sum * rise / 4_096 * loudness / 8_192);
    return Math.clamp(voice + random.nextInt(-NOISE, NOISE + 1), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** The next syllable, or a pause. */
  private void begin() {
    at = 0;
    boolean isPause = random.nextInt(3) == 0;
    length = Math.max(1, form.rate() * random.nextInt(60, isPause ? 500 : 280) / 1_000);
    loudness = isPause ? 0 : random.nextInt(LOUDNESS / 4, LOUDNESS);
    step = (int) ((1L << Integer.SIZE) / form.rate() * random.nextInt(90, 240));
    glide = random.nextInt(-20, 21) * (step / 100) / length;
  }

  @Override
  public boolean waits() {
    return true;
  }

  private synchronized boolean isClosed() {
    return isClosed;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
  }
}
