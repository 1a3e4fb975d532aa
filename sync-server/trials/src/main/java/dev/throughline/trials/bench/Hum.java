package dev.throughline.trials.bench;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;

/** A recording of any length that lies nowhere: a hum whose loudness swells. */
record Hum(long frames) implements PcmReader {
  private static final PcmForm FORM = new PcmForm(48_000, 1);

  @Override
  public PcmForm form() {
    return FORM;
  }

  @Override
  public int read(long frame, byte[] into) {
    int count = Math.clamp(frames - frame, 0, into.length / FORM.frameBytes());
    for (int i = 0; i < count; i++) {
      long at = frame + i;
      int wave = (int) (at * 300 % 48_000) - 24_000;
      int value = (int) ((wave * (at >> 12 & 0x3f)) >> 6);
      into[2 * i] = (byte) value;
      into[2 * i + 1] = (byte) (value >> 8);
    }
    return count;
  }

  @Override
  public void close() {}
}
