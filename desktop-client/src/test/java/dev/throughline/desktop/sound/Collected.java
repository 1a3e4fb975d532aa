package dev.throughline.desktop.sound;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Samples kept in memory, to look at them. */
public final class Collected implements PcmTarget {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Optional<PcmForm> form = Optional.empty();

  @Override
  public void begin(PcmForm said) {
    form = Optional.of(said);
  }

  @Override
  public void take(byte[] pcm, int length) {
    bytes.write(pcm, 0, length);
  }

  public PcmForm form() {
    return form.orElseThrow();
  }

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  public long frames() {
    return form.map(known -> bytes.size() / (long) known.frameBytes()).orElse(0L);
  }
}
