package dev.throughline.desktop.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.store.Desk;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A profile with recordings, a server in memory, and time that passes when told. */
public abstract class BlobFixture {
  /** Of this form a part is full after less than three seconds. */
  public static final PcmForm FORM = new PcmForm(192_000, 8);

  public static final int PART = PartCipher.CONTENT_BYTES;

  @TempDir protected Path temp;

  protected final SteppedTime time = new SteppedTime(Instant.parse("2026-11-27T09:00:00Z"));
  protected final FakeServer server = new FakeServer();
  protected final Disk disk = new SystemDisk();
  protected ClientWiring desk;

  /** What is recorded right now. */
  Optional<Begun> live = Optional.empty();

  @BeforeEach
  void openDesk() {
    desk = Desk.open(temp.resolve("profile"));
  }

  @AfterEach
  void closeDesk() {
    desk.close();
  }

  protected BlobFolders folders() {
    return BlobFolders.in(temp.resolve("profile"));
  }

  RecordingBook book() {
    return new RecordingBook(desk.ledger());
  }

  protected Recording record(RecordId id) {
    return book().find(id).orElseThrow();
  }

  /** Sound that is the same for everyone. */
  protected static byte[] sound(int bytes) {
    byte[] sound = new byte[bytes / FORM.frameBytes() * FORM.frameBytes()];
    new Random(11).nextBytes(sound);
    return sound;
  }

  /** What is needed to record. */
  public record Begun(RecordId id, byte[] secret, SoundWriter writer) {
    public void say(byte[] sound) throws IOException {
      writer.append(sound, 0, sound.length);
    }
  }

  protected Begun begin(PcmForm form) throws IOException {
    RecordId interview = Desk.make(desk, "interview", Map.of("title", "At the door"));
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    Arrays.fill(secret, (byte) 7);
    Recordings.Fresh fresh =
        desk.recordings().fresh(interview, secret, form, "", time.instant().toEpochMilli());
    fresh.drafts().forEach(draft -> Desk.save(desk, draft));
    disk.createFolder(folders().recordings());
    SoundWriter writer =
        SoundWriter.create(
            disk,
            folders().recordings().resolve(fresh.id().toString()),
            fresh.id(),
            form,
            fresh.secret(),
            new SecureRandom(),
            time.instant().toEpochMilli());
    return new Begun(fresh.id(), fresh.secret(), writer);
  }

  protected void end(Begun begun) throws IOException {
    begun.writer().end();
    long millis = begun.writer().form().millis(begun.writer().safeFrames());
    Desk.save(desk, Recordings.ended(begun.id(), RecordingState.STOPPED, millis));
  }

  /** A recording that is over. */
  protected Begun recorded(byte[] sound) throws IOException {
    Begun begun = begin(FORM);
    begun.say(sound);
    end(begun);
    return begun;
  }

  static BlobKey original(Begun of) {
    return new BlobKey(of.id(), BlobRole.ORIGINAL);
  }

  static BlobKey proxy(Begun of) {
    return new BlobKey(of.id(), BlobRole.PROXY);
  }

  /** What a colleague gets to hear who has the key. */
  static byte[] opened(BlobKey key, byte[] secret, byte[] blob) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int parts = Math.ceilDiv(blob.length, BlobManifest.PART_BYTES);
    for (int i = 0; i < parts; i++) {
      int from = i * BlobManifest.PART_BYTES;
      byte[] part =
          Arrays.copyOfRange(blob, from, Math.min(blob.length, from + BlobManifest.PART_BYTES));
      all.writeBytes(key.cipher(secret).open(i, part).orElseThrow());
    }
    return all.toByteArray();
  }

  /** Turns until nothing can be done, letting time pass as the turns ask; at most so many. */
  int run(Uploads uploads, int most) {
    for (int turns = 1; turns <= most; turns++) {
      Turn turn = uploads.round(server);
      if (turn instanceof Turn.Later(long millis)) {
        if (millis >= Uploads.IDLE_MILLIS) {
          return turns;
        }
        time.pass(Duration.ofMillis(millis));
      } else {
        time.pass(Duration.ofSeconds(1));
      }
    }
    return most;
  }

  private Optional<LongSupplier> safe(RecordId id) {
    return live.filter(it -> it.id().equals(id)).map(it -> it.writer()::safeFrames);
  }

  Originals originals() {
    return new Originals(disk, folders(), book(), this::safe);
  }

  Uploads uploads() {
    return new Uploads(originals(), time, time, () -> {});
  }

  void assertArrived(Begun recorded, byte[] sound) {
    BlobKey key = original(recorded);
    assertThat(opened(key, recorded.secret(), server.bytes(key))).isEqualTo(sound);
    assertThat(record(recorded.id()).original()).hasSize(64);
  }

  /** Ten turns, with time between them. */
  void sendAll(FakeServer to) {
    Uploads uploads = uploads();
    for (int i = 0; i < 10; i++) {
      uploads.round(to);
      time.pass(Duration.ofSeconds(2));
    }
  }
}
