package dev.throughline.desktop.sound;

import java.util.function.IntToDoubleFunction;

/** Sounds that can be computed, and how alike two sounds are. */
public final class Signals {
  private Signals() {}

  /** So many frames; every channel is the same. */
  public static byte[] pcm(PcmForm form, int frames, IntToDoubleFunction loudness) {
    byte[] pcm = new byte[frames * form.frameBytes()];
    for (int frame = 0; frame < frames; frame++) {
      int value = (int) Math.round(loudness.applyAsDouble(frame) * Short.MAX_VALUE);
      for (int channel = 0; channel < form.channels(); channel++) {
        put(pcm, frame * form.channels() + channel, value);
      }
    }
    return pcm;
  }

  /** A tone of half the loudest. */
  public static byte[] sine(PcmForm form, int frames, double hertz) {
    return pcm(form, frames, at -> 0.5 * Math.sin(2 * Math.PI * hertz * at / form.rate()));
  }

  /** Two tones as the sound files of the tests have them: 440 Hz and, softer, 1,234 Hz. */
  public static byte[] twoTones(PcmForm form, int frames) {
    byte[] pcm = new byte[frames * form.frameBytes()];
    for (int i = 0; i < frames * form.channels(); i++) {
      int frame = i / form.channels();
      double time = 2 * Math.PI * frame / form.rate();
      double second = i % form.channels() == 0 ? 0.2 : -0.2;
      double value = 0.4 * Math.sin(440 * time) + second * Math.sin(1234 * time);
      put(pcm, i, (int) Math.round(value * 32_768));
    }
    return pcm;
  }

  public static int sample(byte[] pcm, int index) {
    return (pcm[2 * index] & 0xff) | pcm[2 * index + 1] << 8;
  }

  /** How much louder the first is than what the second differs from it, in decibels. */
  public static double closeness(byte[] wanted, byte[] had) {
    double sound = 1;
    double noise = 1;
    for (int i = 0; i < Math.min(wanted.length, had.length) / 2; i++) {
      double value = sample(wanted, i);
      double difference = value - sample(had, i);
      sound += value * value;
      noise += difference * difference;
    }
    return 10 * Math.log10(sound / noise);
  }

  private static void put(byte[] pcm, int index, int value) {
    pcm[2 * index] = (byte) value;
    pcm[2 * index + 1] = (byte) (value >> 8);
  }
}
