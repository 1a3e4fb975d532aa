package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import java.io.IOException;
import javax.sound.sampled.TargetDataLine;

/** Sound from an open line of the sound card. */
final class LineSource implements SoundSource {
  private final TargetDataLine line;
  private final PcmForm form;

  LineSource(TargetDataLine line, PcmForm form) {
    this.line = line;
    this.form = form;
  }

  @Override
  public PcmForm form() {
    return form;
  }

  /** A line that was closed, by us or because its device went, gives nothing more. */
  @Override
  public int read(byte[] into) throws IOException {
    int whole = into.length / form.frameBytes() * form.frameBytes();
    int count = line.read(into, 0, whole);
    if (count <= 0 && !line.isOpen()) {
      throw new IOException("the line of the sound card was closed");
    }
    return count;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void close() {
    line.close();
  }
}
