package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.blob.BlobFolders;
import dev.throughline.desktop.blob.BlobLimits;
import dev.throughline.desktop.blob.BlobParts;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Growing;
import dev.throughline.desktop.capture.Recorder;
import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Recordings of a desktop that has no window: made, and travelling, as with one. */
public final class DeskSounds {
  private static final long JITTER_SEED = 7;

  private DeskSounds() {}

  /** What a desktop opens recordings with; nothing travels before it is connected and started. */
  public static Blobs open(ClientWiring desk, Growing growing, Background background)
      throws IOException {
    return Blobs.open(
        new BlobParts(
            desk.ledger(),
            new SystemDisk(),
            BlobFolders.in(desk.profile().folder()),
            growing,
            BlobLimits.USUAL,
            background,
            InstantSource.system(),
            new SecureRandom(),
            new Random(JITTER_SEED)));
  }

  /** The records of an interview and of its recording, which is about to be made. */
  public static Recordings.Fresh begin(ClientWiring desk, PcmForm form) {
    RecordId interview =
        desk.interviews().create(Optional.empty(), "At the door", LocalDate.of(2026, 11, 27)).id();
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    Recordings.Fresh fresh =
        desk.recordings().fresh(interview, secret, form, "", desk.clock().millis());
    desk.ledger().record(fresh.drafts());
    return fresh;
  }

  /** Takes up what the source says, to its end. */
  public static Recorder record(
      ClientWiring desk, Recordings.Fresh fresh, SoundSource source, Background background)
      throws IOException {
    Path recordings = BlobFolders.in(desk.profile().folder()).recordings();
    SystemDisk disk = new SystemDisk();
    disk.createFolder(recordings);
    SoundWriter writer =
        SoundWriter.create(
            disk,
            recordings.resolve(fresh.id().toString()),
            fresh.id(),
            source.form(),
            fresh.secret(),
            new SecureRandom(),
            desk.clock().millis());
    return Recorder.start(source, writer, background, desk.clock());
  }

  /** Has the record say that nothing more comes. */
  public static void end(ClientWiring desk, Recordings.Fresh fresh, long millis) {
    desk.ledger().record(List.of(Recordings.ended(fresh.id(), RecordingState.STOPPED, millis)));
  }
}
