package dev.throughline.desktop.sound.play;

/** Makes a block softer; at full volume it stays as it is, bit by bit. */
final class Loudness {
  private Loudness() {}

  static byte[] of(Blocks.Block block, double volume) {
    byte[] pcm = block.pcm();
    if (volume == 1) {
      return pcm;
    }
    byte[] softer = new byte[pcm.length];
    for (int at = 0; at + 1 < pcm.length; at += 2) {
      long value = Math.round(((pcm[at] & 0xff) | pcm[at + 1] << 8) * volume);
      softer[at] = (byte) value;
      softer[at + 1] = (byte) (value >> 8);
    }
    return softer;
  }
}
