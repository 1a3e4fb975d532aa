package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.capture.WatchedDisk;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.collections.FXCollections;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that would take the room of what is recorded meanwhile. */
@SuppressWarnings("NullAway.Init") // Opened before each.
class FullDiskImportTest {
  private static final PcmForm FORM = new PcmForm(16_000, 1);
  private static final int SECONDS = 600;

  private final ThreadBackground background = new ThreadBackground();
  private final BlockingQueue<Toast> toasts = new LinkedBlockingQueue<>();
  @TempDir Path folder;
  private ClientWiring desk;
  private RecordId interview;
  private Path recordings;
  private final AtomicLong free = new AtomicLong(400L << 20);

  /** Tells of less and less room, as a disk does that something is written to. */
  private final class Filling implements WatchedDisk.Guard {
    @Override
    public void before(String step, long grows) {
      free.addAndGet(-grows);
    }

    @Override
    public boolean forces() {
      return false;
    }

    @Override
    public long freeBytes() {
      return free.get();
    }
  }

  @BeforeEach
  void open() throws IOException {
    desk = Desk.open(folder.resolve("profile"));
    recordings = Files.createDirectories(folder.resolve("recordings"));
    RecordId person = Desk.make(desk, "participant", Map.of("pseudonym", "P-01"));
    interview =
        Desk.make(
            desk, "interview", Map.of("title", "At the door", "participant", person.toString()));
    var granted = Map.of(ConsentScope.RECORD.field(), Value.text(ConsentAnswer.GRANTED.wireName()));
    Desk.save(desk, new Consents(desk.ledger().store()).set(person, Optional.empty(), granted));
  }

  @AfterEach
  void close() throws Exception {
    background.close();
    desk.close();
  }

  private Toast taken(Path file) throws InterruptedException {
    var shown = new ShownTime(InstantSource.system(), ZoneOffset.UTC);
    var around = new Surroundings(background, Runnable::run, shown, toasts::add);
    var steps = new Steps(new UndoLog(desk.ledger()), background, Runnable::run, toasts::add);
    RecordingParts parts =
        new RecordingParts(
            desk.recordings(),
            desk.ledger(),
            steps,
            desk.rulings(),
            Microphone.none(),
            desk.settings(),
            new WatchedDisk(new SystemDisk(), new Filling()),
            recordings,
            desk.clock(),
            new SecureRandom(),
            around);
    new SoundImport(parts, FXCollections.observableArrayList(), (_, _) -> {}, () -> {})
        .take(List.of(file), interview);
    return Optional.ofNullable(toasts.poll(60, TimeUnit.SECONDS)).orElseThrow();
  }

  private Path silence(int seconds) throws IOException {
    AudioFormat format = new AudioFormat(FORM.rate(), 16, 1, true, false);
    byte[] nothing = new byte[seconds * FORM.rate() * FORM.frameBytes()];
    Path file = folder.resolve("silence.wav");
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(nothing), format, (long) seconds * FORM.rate()),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return file;
  }

  @Test
  void itIsTakenInWhileThereIsRoom() throws Exception {
    assertThat(taken(silence(SECONDS)).title()).isEqualTo("Taken in: silence.wav");
    assertThat(desk.recordings().of(interview)).hasSize(1);
  }

  @Test
  void itIsRefusedBeforeLessThanAnHourFits() throws Exception {
    free.set(360L << 20);
    Toast said = taken(silence(SECONDS));
    assertThat(said.title()).isEqualTo("Not taken in: silence.wav");
    assertThat(said.detail()).contains("less than an hour of room");
    assertThat(desk.recordings().of(interview)).isEmpty();
    assertThat(free.get()).isGreaterThan(340L << 20);
    try (var left = Files.list(recordings)) {
      assertThat(left).isEmpty();
    }
  }
}
