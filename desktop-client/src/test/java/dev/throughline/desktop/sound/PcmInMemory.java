package dev.throughline.desktop.sound;

/** Samples in memory. */
public record PcmInMemory(PcmForm form, byte[] pcm) implements PcmReader {
  @Override
  public long frames() {
    return pcm.length / form.frameBytes();
  }

  @Override
  public int read(long frame, byte[] into) {
    long left = Math.max(0, frames() - frame);
    int count = (int) Math.min(left, into.length / form.frameBytes());
    if (count > 0) {
      int from = (int) frame * form.frameBytes();
      System.arraycopy(pcm, from, into, 0, count * form.frameBytes());
    }
    return count;
  }

  @Override
  public void close() {}
}
