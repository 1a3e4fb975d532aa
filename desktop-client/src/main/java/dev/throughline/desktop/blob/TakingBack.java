package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.TakenBack.Refused;
import dev.throughline.desktop.blob.TakenBack.Why;
import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.capture.SoundParts;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.WavFile;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingLimits;
import dev.throughline.desktop.sound.decode.SealedFile;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import dev.throughline.model.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * The sound of one recording on its way back in. It gets its name only when all of it is here and
 * is what it should be, so that a part of it never passes for the whole.
 */
final class TakingBack {
  /** No recording is called so. */
  static final String COMING = "coming-";

  private static final int STEP_SLOTS = 4;

  private final BlobParts parts;
  private final Originals originals;
  private final Disk disk;
  private final Recording recording;
  private final BooleanSupplier isWhole;
  private final BlobKey blob;
  private final Path sound;
  private final PartFolder file;

  TakingBack(BlobParts parts, Originals originals, Recording recording, BooleanSupplier isWhole) {
    this.parts = parts;
    this.originals = originals;
    this.disk = parts.disk();
    this.recording = recording;
    this.isWhole = isWhole;
    this.blob = new BlobKey(recording.id(), BlobRole.ORIGINAL);
    this.sound = parts.folders().recordings().resolve(COMING + recording.id());
    this.file = new PartFolder(disk, parts.folders().own().resolve(COMING + blob.folderName()));
  }

  /**
   * What the sound is sealed under.
   *
   * @param isOld whether it always was
   */
  private record Key(RecordId id, byte[] secret, boolean isOld) {}

  private static final class NotTaken extends IOException {
    private static final long serialVersionUID = 1;
    private final Why why;

    NotTaken(Why why) {
      super(why.name());
      this.why = why;
    }
  }

  TakenBack take(InputStream in) throws IOException {
    if (!recording.state().isEnded()) {
      return new Refused(Why.NO_RECORDING);
    }
    if (originals.isHere(recording.id())) {
      return new TakenBack.Here();
    }
    try {
      forget();
      Key key = key();
      boolean isFile = recording.state() == RecordingState.IMPORTED;
      BlobManifest manifest = isFile ? decoded(in, key) : written(in, key);
      if (!isWhole.getAsBoolean()) {
        throw new NotTaken(Why.CHANGED);
      }
      boolean isKnown = key.isOld() && !recording.original().isEmpty();
      if (isKnown && !recording.original().equals(manifest.id())) {
        throw new NotTaken(Why.OTHER_SOUND);
      }
      keep(key, isFile ? Optional.of(manifest) : Optional.empty());
      return new TakenBack.In();
    } catch (NotTaken e) {
      return new Refused(e.why);
    } finally {
      forget();
    }
  }

  private Key key() throws IOException {
    Optional<RecordView> named =
        recording.key().flatMap(id -> parts.ledger().store().find(id)).filter(TakingBack::isKey);
    if (named.isPresent()) {
      return of(named.get(), true);
    }
    RecordId interview = recording.interview().orElseThrow(() -> new NotTaken(Why.NO_RECORDING));
    List<RecordView> others =
        parts.ledger().store().children(MediaKey.KIND.name(), interview).stream()
            .filter(view -> !view.trashed())
            .toList();
    return others.isEmpty() ? fresh(interview) : of(others.getFirst(), false);
  }

  private static boolean isKey(RecordView view) {
    return view.kind().equals(MediaKey.KIND.name());
  }

  private static Key of(RecordView view, boolean isOld) throws NotTaken {
    byte[] secret =
        MediaKey.from(view.id(), view.fields()).bytes().orElseThrow(() -> new NotTaken(Why.ERASED));
    return new Key(view.id(), secret, isOld);
  }

  /** On disk before anything is sealed under it. */
  private Key fresh(RecordId interview) throws NotTaken {
    byte[] secret = new byte[MediaKey.SECRET_BYTES];
    parts.random().nextBytes(secret);
    RecordId id = parts.ledger().newRecord();
    save(id, MediaKey.KIND.name(), MediaKey.fields(interview, secret));
    return new Key(id, secret, false);
  }

  private void save(RecordId id, String kind, Map<String, Value> fields) throws NotTaken {
    List<Draft> drafts = List.of(new Draft.Set(id, kind, fields));
    if (!(parts.ledger().record(drafts) instanceof SaveResult.Saved)) {
      throw new NotTaken(Why.NOT_SAVED);
    }
  }

  private HeardWriting writing(Key key) throws IOException {
    disk.createFolder(parts.folders().recordings());
    return new HeardWriting(
        disk,
        sound,
        recording.id(),
        key.secret(),
        parts.random(),
        recording.startedAt(),
        () -> true);
  }

  private BlobManifest written(InputStream in, Key key) throws IOException {
    WavFile head = head(in);
    byte[] step = new byte[STEP_SLOTS * head.form().rate() / 4 * head.form().frameBytes()];
    long left = head.bytes();
    try (HeardWriting writing = writing(key)) {
      writing.begin(head.form());
      while (left > 0) {
        int count = in.readNBytes(step, 0, (int) Math.min(left, step.length));
        if (count == 0 || count % head.form().frameBytes() != 0) {
          throw new NotTaken(Why.NO_SOUND);
        }
        writing.take(step, count);
        left -= count;
      }
      writing.end();
    }
    if (in.read() >= 0) {
      throw new NotTaken(Why.NO_SOUND);
    }
    try (SealedSound back = SealedSound.open(disk, sound, key.secret())) {
      return new SoundParts(back, blob.cipher(key.secret())).manifest();
    }
  }

  private static WavFile head(InputStream in) throws IOException {
    try {
      return WavFile.read(in);
    } catch (IOException _) {
      throw new NotTaken(Why.NO_SOUND);
    }
  }

  /** Sealed first, and decoded from there: nothing of it gets to the disk in plain. */
  private BlobManifest decoded(InputStream in, Key key) throws IOException {
    BlobManifest manifest;
    try (SealingOutput out = new SealingOutput(file, blob.cipher(key.secret()))) {
      in.transferTo(out);
      manifest = out.finish();
    }
    if (!isWhole.getAsBoolean()) {
      throw new NotTaken(Why.CHANGED);
    }
    SealedFile sealed =
        new SealedFile(file.path(), key.secret(), recording.id(), blob.role().wireName());
    try (HeardWriting writing = writing(key)) {
      writing.end(new Decoding(parts.background(), DecodingLimits.USUAL).decode(sealed, writing));
      if (writing.safeFrames() == 0) {
        throw new NotTaken(Why.NO_SOUND);
      }
    }
    return manifest;
  }

  /** The name comes last: whatever is cut off before, the same can be taken in again. */
  private void keep(Key key, Optional<BlobManifest> manifest) throws IOException {
    PartFolder own = originals.own(blob);
    if (manifest.isPresent()) {
      disk.createFolder(own.path());
      for (int index : file.there()) {
        own.write(index, file.part(index).orElseThrow(() -> new DamagedPart(index)));
      }
      own.write(manifest.get());
    }
    if (!key.isOld()) {
      Map<String, Value> fields = new TreeMap<>();
      fields.put(Recording.KEY, Value.text(key.id().toString()));
      fields.put(Recording.ORIGINAL, Value.text(""));
      fields.put(Recording.PROXY, Value.text(""));
      originals
          .book()
          .device()
          .ifPresent(device -> fields.put(Recording.DEVICE, Value.text(device.toString())));
      save(recording.id(), Recording.KIND.name(), fields);
    }
    disk.move(sound, originals.folder(recording.id()));
    disk.syncFolder(parts.folders().recordings());
  }

  private void forget() throws IOException {
    Leftovers.delete(disk, sound);
    Leftovers.delete(disk, file.path());
  }
}
