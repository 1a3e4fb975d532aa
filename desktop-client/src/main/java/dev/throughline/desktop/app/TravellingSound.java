package dev.throughline.desktop.app;

import dev.throughline.desktop.blob.BlobFolders;
import dev.throughline.desktop.blob.BlobLimits;
import dev.throughline.desktop.blob.BlobParts;
import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Growing;
import dev.throughline.desktop.blob.HttpBlobTransport;
import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.recording.RecordingDesk;
import dev.throughline.desktop.recording.Sounds;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sends the recordings of a profile and gets those of others, with the server that is set. */
final class TravellingSound implements Sounds, AutoCloseable {
  private final ClientWiring client;
  private final Blobs blobs;
  private final SoundFiles files;
  private final Surroundings around;
  private boolean isSaved;
  private int kept;
  private Optional<URI> server = Optional.empty();
  private boolean isClosed;

  TravellingSound(ClientWiring client, Disk disk, RecordingDesk desk, Surroundings around) {
    this.client = client;
    BlobParts parts = parts(client, disk, desk::safeFrames, around.background());
    this.files = new SoundFiles(parts);
    try {
      this.blobs = Blobs.open(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.around = around;
    client
        .status()
        .onChange(
            state -> {
              follow();
              clearWhenSaved(state);
            });
    around
        .background()
        .loop(
            "blobs-start",
            () -> {
              // What was cut off is put in order before anything of it is read.
              desk.inOrder().join();
              blobs.start();
              follow();
            });
  }

  /** Whenever everything has come, what was withdrawn meanwhile goes. */
  private synchronized void clearWhenSaved(SyncState state) {
    boolean isNow = state.mode() == SyncState.Mode.SAVED;
    if (isNow && !isSaved && !isClosed) {
      around.background().loop("blobs-withdrawn", () -> tell(blobs.clearWithdrawn()));
    }
    isSaved = isNow;
  }

  private synchronized void tell(int now) {
    if (now > kept) {
      around
          .ui()
          .run(
              () ->
                  around
                      .toasts()
                      .accept(
                          new Toast(
                              Toast.Kind.ATTENTION,
                              Texts.count("recording.withdrawn.kept", now),
                              Texts.text("recording.withdrawn.kept.line"),
                              List.of())));
    }
    kept = now;
  }

  /** What the recordings of a profile work with. */
  static BlobParts parts(ClientWiring client, Disk disk, Growing growing, Background background) {
    return new BlobParts(
        client.ledger(),
        disk,
        BlobFolders.in(client.profile().folder()),
        growing,
        BlobLimits.USUAL,
        background,
        client.clock(),
        new SecureRandom(),
        RandomGenerator.getDefault());
  }

  /** Recordings as files. */
  SoundFiles files() {
    return files;
  }

  /** Goes with the server that sync goes with. */
  private synchronized void follow() {
    Optional<URI> now = client.settings().server();
    if (!now.equals(server) && !isClosed) {
      server = now;
      now.ifPresentOrElse(
          to -> blobs.connect(new HttpBlobTransport(to, client.account(), client::workspace)),
          blobs::disconnect);
    }
  }

  /** What travels, and what lies here. */
  Blobs blobs() {
    return blobs;
  }

  /** Keeps a file that was taken in, sealed, until it has been sent. */
  void keepOriginal(RecordId id, Path file) throws IOException {
    Optional<Recording> recording = client.recordings().find(id);
    if (recording.isPresent()) {
      try (InputStream in = Files.newInputStream(file)) {
        blobs.keepOriginal(recording.get(), in);
      }
    }
  }

  @Override
  public Optional<PcmReader> open(Recording recording) throws IOException {
    return blobs.open(recording);
  }

  @Override
  public boolean small(Recording recording, PcmTarget target) throws IOException {
    return blobs.small(recording, target);
  }

  @Override
  public BlobState ask(Recording recording) {
    return blobs.ask(recording);
  }

  @Override
  public BlobState state(Recording recording) {
    return blobs.state(recording);
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    blobs.close();
  }
}
