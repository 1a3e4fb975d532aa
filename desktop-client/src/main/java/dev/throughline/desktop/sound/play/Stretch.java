package dev.throughline.desktop.sound.play;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * Plays faster or slower with the pitch kept. Each step fades from what would have followed to a
 * piece near the place where the speed wants to be, chosen so that the waves of both fit (waveform
 * similarity overlap-add, Verhelst and Roelands 1993).
 */
final class Stretch {
  private static final int STEP_MILLIS = 15;

  /** Reaches over one wave of a deep voice in both directions together. */
  private static final int SEARCH_MILLIS = 8;

  private static final int COARSE = 4;

  private final PcmReader pcm;
  private final int channels;
  private final int step;
  private final int search;
  private final short[] follow;
  private final short[] near;
  private final byte[] raw;
  private final float[] fade;
  private double wanted;
  private long follows;

  Stretch(PcmReader pcm) {
    this.pcm = pcm;
    PcmForm form = pcm.form();
    this.channels = form.channels();
    this.step = Math.max(8, (int) form.frames(STEP_MILLIS));
    this.search = Math.max(4, (int) form.frames(SEARCH_MILLIS));
    this.follow = new short[step * channels];
    this.near = new short[(step + 2 * search) * channels];
    this.raw = new byte[near.length * 2];
    this.fade = new float[step];
    for (int i = 0; i < step; i++) {
      fade[i] = (float) (0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / step));
    }
  }

  /** How many frames one step gives. */
  int step() {
    return step;
  }

  /** Goes on from a frame that would be the next to be heard. */
  void begin(long frame) {
    wanted = frame;
    follows = frame;
  }

  /** The place in the source that the next step stands for. */
  double wanted() {
    return wanted;
  }

  /** The frame that would follow what was given last, to play on without a step. */
  long follows() {
    return follows;
  }

  /**
   * Gives the next step.
   *
   * @param into gets {@link #step} frames
   * @return false at the end of the source
   */
  boolean next(double speed, byte[] into) throws IOException {
    if (wanted >= pcm.frames()) {
      return false;
    }
    long from = Math.round(wanted) - search;
    read(follows, follow, step);
    read(from, near, step + 2 * search);
    int best = best();
    for (int i = 0; i < step; i++) {
      for (int channel = 0; channel < channels; channel++) {
        int at = i * channels + channel;
        float old = follow[at];
        float fresh = near[(best + i) * channels + channel];
        int value = Math.round(old + (fresh - old) * fade[i]);
        into[2 * at] = (byte) value;
        into[2 * at + 1] = (byte) (value >> 8);
      }
    }
    follows = from + best + step;
    wanted += step * speed;
    return true;
  }

  /** Where in the neighbourhood the wave is most like what would follow. */
  private int best() {
    int best = search;
    double most = likeness(search, COARSE);
    for (int at = 0; at <= 2 * search; at += COARSE) {
      double likeness = likeness(at, COARSE);
      if (likeness > most) {
        most = likeness;
        best = at;
      }
    }
    int middle = best;
    most = likeness(middle, 1);
    for (int at = middle - COARSE + 1; at < middle + COARSE; at++) {
      double likeness = at < 0 || at > 2 * search ? -2 : likeness(at, 1);
      if (likeness > most) {
        most = likeness;
        best = at;
      }
    }
    return best;
  }

  /** Between -1 and 1; every so many frames are looked at, of the first channel. */
  private double likeness(int at, int every) {
    double product = 0;
    double energy = 1;
    double wantedEnergy = 1;
    for (int i = 0; i < step; i += every) {
      double one = follow[i * channels];
      double other = near[(at + i) * channels];
      product += one * other;
      energy += other * other;
      wantedEnergy += one * one;
    }
    return product / Math.sqrt(energy * wantedEnergy);
  }

  /** Reads frames; before the first and behind the last there is silence. */
  private void read(long from, short[] into, int frames) throws IOException {
    Arrays.fill(into, 0, frames * channels, (short) 0);
    int skipped = Math.clamp(-from, 0, frames);
    int wantedBytes = (frames - skipped) * channels * 2;
    byte[] bytes = wantedBytes == raw.length ? raw : new byte[wantedBytes];
    int had = wantedBytes == 0 ? 0 : pcm.read(from + skipped, bytes);
    for (int i = 0; i < had * channels; i++) {
      into[skipped * channels + i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
    }
  }
}
