package dev.throughline.desktop.sound.play;

import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;

/** Gives the source block by block as it shall be heard. Only for the player's own thread. */
final class Blocks {
  private static final int BLOCK_MILLIS = 20;

  private final PcmReader pcm;
  private final Stretch stretch;
  private final byte[] plain;
  private final byte[] stretched;
  private long next;
  private double speed = 1;
  private boolean hasJumped;

  Blocks(PcmReader pcm) {
    this.pcm = pcm;
    this.stretch = new Stretch(pcm);
    int frameBytes = pcm.form().frameBytes();
    this.plain = new byte[Math.max(1, (int) pcm.form().frames(BLOCK_MILLIS)) * frameBytes];
    this.stretched = new byte[stretch.step() * frameBytes];
  }

  /**
   * Part of what is heard.
   *
   * @param source where in the source it begins
   * @param isNewMark whether it does not simply follow the block before
   */
  record Block(byte[] pcm, int frames, double source, boolean isNewMark) {}

  /** Goes to a place. */
  void seek(long frame) {
    next = frame;
    stretch.begin(frame);
    hasJumped = true;
  }

  /** The next block; none has no frames, which is the end. */
  Block read(PlayWish wish) throws IOException {
    if (wish.speed() != speed) {
      change(wish.speed());
    }
    if (wish.loop().isPresent()) {
      PlayRange loop = wish.loop().get();
      if (place() >= Math.min(loop.to(), pcm.frames()) && loop.from() < pcm.frames()) {
        seek(loop.from());
      }
    }
    boolean isNewMark = hasJumped;
    hasJumped = false;
    double source = place();
    int frames = speed == 1 ? readPlain(wish) : readStretched();
    return new Block(speed == 1 ? plain : stretched, frames, source, isNewMark);
  }

  private double place() {
    return speed == 1 ? next : stretch.wanted();
  }

  /** Plays on from what would follow, so that nothing clicks. */
  private void change(double to) {
    if (speed == 1) {
      stretch.begin(next);
    } else if (to == 1) {
      next = stretch.follows();
    }
    speed = to;
    hasJumped = true;
  }

  private int readPlain(PlayWish wish) throws IOException {
    int had = next < pcm.frames() ? pcm.read(next, plain) : 0;
    if (wish.loop().isPresent()) {
      had = (int) Math.min(had, wish.loop().get().to() - next);
    }
    next += had;
    return had;
  }

  private int readStretched() throws IOException {
    return stretch.next(speed, stretched) ? stretch.step() : 0;
  }
}
