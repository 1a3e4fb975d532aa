package dev.throughline.desktop.sound.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmInMemory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sound card that goes in the middle of a word. */
@Timeout(60)
class BrokenSinkTest {
  private static final PcmForm FORM = new PcmForm(16_000, 1);

  private static final class Gone implements SoundSink {
    @Override
    public void write(byte[] pcm, int length) {
      throw new IllegalStateException("the card is gone");
    }

    @Override
    public long heard() {
      return 0;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void itIsSaidAndPlayingCanBeTriedAgain() {
    try (ThreadBackground background = new ThreadBackground()) {
      Player player =
          new Player(
              background,
              form -> new SoundOutput.Opened.Ready(new Gone()),
              new PcmInMemory(FORM, new byte[64_000]));
      for (int times = 0; times < 2; times++) {
        player.play();
        while (player.state().isPlaying() || player.state().trouble().isEmpty()) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertThat(player.state().trouble()).contains(PlayTrouble.UNREADABLE);
      }
      player.close();
    }
  }
}
