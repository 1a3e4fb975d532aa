package dev.throughline.desktop.blob;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Sound that is still being decoded: whoever reads further than that waits for it. */
final class HeardPcm implements PcmReader {
  private final SealedSound sound;
  private final HeardWriting writing;
  private final long expected;
  private final Duration patience;

  /**
   * @param millis how long the record says it is; 0 when it does not
   */
  HeardPcm(Disk disk, Path at, byte[] secret, HeardWriting writing, long millis, Duration patience)
      throws IOException {
    this.sound = SealedSound.follow(disk, at, secret, writing::safeFrames);
    this.writing = writing;
    this.expected = sound.form().frames(millis);
    this.patience = patience;
  }

  @Override
  public PcmForm form() {
    return sound.form();
  }

  /** What the record promises while it is decoded, what there is afterwards. */
  @Override
  public long frames() {
    return writing.isOver() ? sound.frames() : Math.max(expected, sound.frames());
  }

  @Override
  public int read(long frame, byte[] into) throws IOException {
    long wanted = Math.min(frame + into.length / form().frameBytes(), frames());
    if (wanted <= frame) {
      return 0;
    }
    writing.awaitFrames(wanted, patience);
    return sound.read(frame, into);
  }

  @Override
  public void close() throws IOException {
    sound.close();
  }
}
