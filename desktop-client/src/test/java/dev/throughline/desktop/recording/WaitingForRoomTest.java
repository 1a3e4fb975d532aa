package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.capture.WatchedDisk;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording was cut off, and the disk takes nothing at the next start. */
@SuppressWarnings("NullAway.Init") // Opened before each.
class WaitingForRoomTest {
  private static final PcmForm FORM = RecordingDesk.FORM;

  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-28T09:00:00Z"));
  private final List<Toast> toasts = new ArrayList<>();
  private final WatchedDisk disk = new WatchedDisk(new SystemDisk(), this::isRoom);
  @TempDir Path folder;
  private ClientWiring desk;
  private Path recordings;
  private RecordId recording;
  private boolean isFull;

  private void isRoom(String step, long grows) throws IOException {
    if (isFull && grows > 0) {
      throw new IOException("No space left on device");
    }
  }

  @BeforeEach
  void cutOff() throws IOException {
    desk = Desk.open(folder.resolve("profile"));
    recordings = Files.createDirectories(folder.resolve("recordings"));
    RecordId interview =
        Desk.make(desk, "interview", Map.of("title", "one that cannot be repeated"));
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    Recordings.Fresh fresh = new Recordings(desk.ledger()).fresh(interview, secret, FORM, "", 1);
    desk.ledger().record(fresh.drafts());
    recording = fresh.id();
    Path its = recordings.resolve(recording.toString());
    var random = new SecureRandom();
    try (SoundWriter writer =
        SoundWriter.create(disk, its, recording, FORM, fresh.secret(), random, 1)) {
      byte[] said = Microphone.said(FORM, 3 * FORM.rate());
      writer.append(said, 0, said.length);
    }
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  private void start() {
    var around =
        new Surroundings(time, Runnable::run, new ShownTime(time, ZoneOffset.UTC), toasts::add);
    var shelf =
        new PuttingInOrder.Shelf(disk, recordings, new Recordings(desk.ledger()), desk.ledger());
    new PuttingInOrder(shelf, around, time).run();
  }

  private Recording record() {
    return new Recordings(desk.ledger()).find(recording).orElseThrow();
  }

  private List<String> said() {
    return toasts.stream().map(Toast::title).toList();
  }

  @Test
  void itIsSaidAndPutInOrderWhenThereIsRoom() {
    isFull = true;
    start();
    assertThat(said()).containsExactly("A recording waits to be put in order");
    assertThat(record().state()).isEqualTo(RecordingState.RECORDING);
    time.pass(Duration.ofMinutes(10));
    assertThat(said()).hasSize(1);
    isFull = false;
    time.pass(Duration.ofMinutes(1));
    assertThat(said().getLast()).isEqualTo("A recording was cut off, and is in order again");
    assertThat(record().state()).isEqualTo(RecordingState.RECOVERED);
    time.pass(Duration.ofMinutes(10));
    assertThat(said()).hasSize(2);
  }

  @Test
  void whoPressesTryAgainIsToldHowItWent() {
    isFull = true;
    start();
    Toast.Action again = toasts.getLast().actions().getFirst();
    again.run().run();
    assertThat(said()).hasSize(2);
    assertThat(again.holds().getAsBoolean()).isTrue();
    isFull = false;
    again.run().run();
    assertThat(record().state()).isEqualTo(RecordingState.RECOVERED);
    assertThat(again.holds().getAsBoolean()).isFalse();
  }

  /** The sound's log was written, and then nothing more: neither is told as done. */
  @Test
  void aRecordThatCannotBeSavedIsTriedAgainToo() {
    Access none = Access.of(Set.of(Role.PRIVACY_OFFICER));
    desk.ledger().store().rights().take(none.standing(Optional.of(recording), 0));
    start();
    assertThat(said()).endsWith("A recording waits to be put in order");
    assertThat(record().state()).isEqualTo(RecordingState.RECORDING);
    desk.ledger().store().rights().take(Optional.empty());
    time.pass(Duration.ofMinutes(1));
    assertThat(record().state()).isEqualTo(RecordingState.RECOVERED);
  }

  @Test
  void aFolderThatCannotBeReadIsSaid() throws Exception {
    Path instead = Files.writeString(folder.resolve("instead"), "no folder");
    recordings = instead;
    start();
    assertThat(said()).containsExactly("The folder of recordings cannot be read");
  }
}
