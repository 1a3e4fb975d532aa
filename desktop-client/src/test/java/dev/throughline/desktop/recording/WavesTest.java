package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.store.Desk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waves of sound that lies elsewhere, drawn from a small copy of another rate. */
class WavesTest {
  private static final PcmForm SMALL = new PcmForm(48_000, 1);
  private static final PcmForm ORIGINAL = new PcmForm(44_100, 1);

  @TempDir Path temp;
  private ClientWiring desk;
  private Recording recording;
  private Waves waves;
  private int poured;

  @BeforeEach
  void open() {
    desk = Desk.open(temp.resolve("profile"));
    RecordId interview = Desk.make(desk, "interview", Map.of("title", "At the door"));
    Recordings recordings = desk.recordings();
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    Recordings.Fresh fresh = recordings.fresh(interview, secret, ORIGINAL, "", 0);
    fresh.drafts().forEach(draft -> Desk.save(desk, draft));
    Desk.save(desk, Recordings.ended(fresh.id(), RecordingState.STOPPED, 2_000));
    recording = recordings.find(fresh.id()).orElseThrow();
    waves = new Waves(new Small(), recordings, new SystemDisk(), temp.resolve("waves"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** A second of silence, then a second as loud as can be. */
  private final class Small implements Sounds {
    @Override
    public Optional<PcmReader> open(Recording of) {
      return Optional.empty();
    }

    @Override
    public boolean small(Recording of, PcmTarget target) throws IOException {
      poured++;
      target.begin(SMALL);
      byte[] second = new byte[SMALL.rate() * SMALL.frameBytes()];
      target.take(second, second.length);
      for (int i = 1; i < second.length; i += 2) {
        second[i] = i % 4 == 1 ? Byte.MAX_VALUE : Byte.MIN_VALUE;
      }
      target.take(second, second.length);
      return true;
    }

    @Override
    public BlobState ask(Recording of) {
      return new BlobState.OnServer();
    }

    @Override
    public BlobState state(Recording of) {
      return new BlobState.OnServer();
    }
  }

  @Test
  void itIsDrawnOverItsWholeLengthAndKeptSealed() throws Exception {
    Wave wave = waves.ofElsewhere(recording);
    assertThat(wave.share()).isZero();
    waves.draw(recording, wave, () -> true);
    assertThat(wave.share()).isEqualTo(1);
    byte[] lows = new byte[4];
    byte[] highs = new byte[4];
    wave.columns(0, 1, lows, highs);
    // The block in the middle holds the end of the silence and the begin of the noise.
    assertThat(highs[0]).isZero();
    assertThat(highs[3]).isEqualTo(Byte.MAX_VALUE);
    assertThat(lows[3]).isEqualTo(Byte.MIN_VALUE);
    Wave again = waves.ofElsewhere(recording);
    assertThat(again.share()).isEqualTo(1);
    assertThat(poured).isEqualTo(1);
  }

  @Test
  void whoLooksAwayStopsItAndNothingHalfIsKept() throws Exception {
    Wave wave = waves.ofElsewhere(recording);
    assertThatThrownBy(() -> waves.draw(recording, wave, () -> wave.share() == 0))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(wave.share()).isBetween(0.4, 0.6);
    assertThat(waves.ofElsewhere(recording).share()).isZero();
  }
}
