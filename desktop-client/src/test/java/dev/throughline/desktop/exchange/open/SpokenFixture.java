package dev.throughline.desktop.exchange.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.blob.BlobFolders;
import dev.throughline.desktop.blob.BlobLimits;
import dev.throughline.desktop.blob.BlobParts;
import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.SoundFile;
import dev.throughline.desktop.blob.SoundFiles;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.store.Desk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import dev.throughline.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Two desks, of which one has recorded somebody who agreed to it and to being quoted. */
abstract class SpokenFixture extends OpenFixture {
  static final PcmForm FORM = new PcmForm(48_000, 2);

  /** Longer than a few slots, and than what is copied at once. */
  static final int BYTES = 3 * 48_000 * 4 + 48;

  private final ThreadBackground background = new ThreadBackground();

  private BlobParts parts(ClientWiring desk) {
    return new BlobParts(
        desk.ledger(),
        new SystemDisk(),
        BlobFolders.in(desk.profile().folder()),
        _ -> Optional.empty(),
        BlobLimits.USUAL,
        background,
        InstantSource.system(),
        new SecureRandom(),
        new Random(1));
  }

  Optional<Media> media(ClientWiring desk) {
    return Optional.of(new Media(new SoundFiles(parts(desk)), desk.rulings()));
  }

  static byte[] said() {
    byte[] said = new byte[BYTES];
    new Random(7).nextBytes(said);
    return said;
  }

  RecordId interview(String title, String... granted) {
    RecordId who = make("participant", Map.of("pseudonym", "P-07"));
    for (String scope : granted) {
      Desk.save(
          anna,
          new Consents(anna.ledger().store())
              .set(who, Optional.empty(), Map.of(scope, Value.text("granted"))));
    }
    return make("interview", Map.of("title", title, "participant", who.toString()));
  }

  private Recordings.Fresh fresh(RecordId interview, String name) {
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    new Random(3).nextBytes(secret);
    Recordings.Fresh fresh = anna.recordings().fresh(interview, secret, FORM, name, 1_000);
    fresh.drafts().forEach(draft -> Desk.save(anna, draft));
    return fresh;
  }

  /** Something that was said and recorded here. */
  Recording recorded(RecordId interview) throws IOException {
    Recordings.Fresh fresh = fresh(interview, "");
    say(fresh);
    Desk.save(anna, Recordings.ended(fresh.id(), RecordingState.STOPPED, FORM.millis(BYTES / 4)));
    return found(anna, fresh.id());
  }

  private void say(Recordings.Fresh fresh) throws IOException {
    Path folder = BlobFolders.in(anna.profile().folder()).recordings();
    SystemDisk disk = new SystemDisk();
    disk.createFolder(folder);
    try (SoundWriter writer =
        SoundWriter.create(
            disk,
            folder.resolve(fresh.id().toString()),
            fresh.id(),
            FORM,
            fresh.secret(),
            new SecureRandom(),
            1_000)) {
      writer.append(said(), 0, BYTES);
      writer.end();
    }
  }

  /** One of which only the record is here. */
  Recording elsewhere(RecordId interview) {
    Recordings.Fresh fresh = fresh(interview, "");
    Desk.save(anna, Recordings.ended(fresh.id(), RecordingState.STOPPED, 10_000));
    return found(anna, fresh.id());
  }

  /** A file that was there before. */
  Recording takenIn(RecordId interview, String name, InputStream file) throws IOException {
    Recordings.Fresh fresh = fresh(interview, name);
    Desk.save(anna, Recordings.ended(fresh.id(), RecordingState.IMPORTED, 1_000));
    try (Blobs blobs = Blobs.open(parts(anna))) {
      blobs.keepOriginal(found(anna, fresh.id()), file);
    }
    return found(anna, fresh.id());
  }

  static Recording found(ClientWiring desk, RecordId id) {
    return desk.recordings().find(id).orElseThrow();
  }

  Path spoken(String name) {
    Path place = folder.resolve(name);
    assertThat(write(place)).isInstanceOf(OpenExport.Written.class);
    return place;
  }

  OpenExport.Result write(Path place) {
    return OpenExport.write(
        anna.ledger().store(), anna.leaving(), media(anna), place, Progress.NONE);
  }

  OpenImport.Imported take(Path place) {
    OpenImport.Result result = OpenImport.read(ben.ledger(), media(ben), place, Progress.NONE);
    assertThat(result).isInstanceOf(OpenImport.Imported.class);
    return (OpenImport.Imported) result;
  }

  /** The file of a recording; empty where it is not. */
  Optional<byte[]> file(ClientWiring desk, RecordId id) throws IOException {
    SoundFile file = media(desk).orElseThrow().files().of(found(desk, id));
    if (file instanceof SoundFile.Here here) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(here.writing().write(out)).isTrue();
      assertThat(out.size()).isEqualTo((int) here.bytes());
      return Optional.of(out.toByteArray());
    }
    return Optional.empty();
  }
}
