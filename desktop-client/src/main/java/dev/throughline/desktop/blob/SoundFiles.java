package dev.throughline.desktop.blob;

import dev.throughline.desktop.capture.SealedSound;
import dev.throughline.desktop.capture.UnreadableSound;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.WavFile;
import dev.throughline.model.blob.BlobManifest;
import dev.throughline.model.blob.PartCipher;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import dev.throughline.model.signing.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Originals of recordings as files: what was recorded here as WAV, what was taken in as it came.
 * Asks no server. Any thread but the UI thread.
 */
public final class SoundFiles {
  private static final Pattern ENDING = Pattern.compile(".*\\.([a-z0-9]{1,5})");
  private static final String NO_ENDING = "bin";
  private static final int STEP_FRAMES = 1 << 14;

  private final BlobParts parts;
  private final RecordingBook book;
  private final Originals originals;

  public SoundFiles(BlobParts parts) {
    this.parts = parts;
    this.book = new RecordingBook(parts.ledger());
    this.originals = new Originals(parts.disk(), parts.folders(), book, parts.growing());
  }

  /**
   * What of a recording is here.
   *
   * @throws IOException when the disk cannot be read
   */
  public SoundFile of(Recording recording) throws IOException {
    Optional<byte[]> secret = book.secret(recording);
    if (secret.isEmpty() || !recording.state().isEnded()) {
      return new SoundFile.Unready();
    }
    BlobKey key = new BlobKey(recording.id(), BlobRole.ORIGINAL);
    PartCipher cipher = key.cipher(secret.get());
    if (recording.state() != RecordingState.IMPORTED && originals.isHere(recording.id())) {
      return recorded(recording, secret.get());
    }
    PartFolder own = originals.own(key);
    PartFolder came =
        new PartFolder(parts.disk(), parts.folders().cache().resolve(key.folderName()));
    for (PartFolder folder : new PartFolder[] {own, came}) {
      Optional<BlobManifest> manifest = folder.manifest().filter(its -> isOf(recording, its));
      if (manifest.isPresent() && folder.there().size() == manifest.get().parts().size()) {
        return inParts(recording, folder, manifest.get(), cipher);
      }
    }
    return new SoundFile.Elsewhere(
        came.manifest()
            .filter(its -> isOf(recording, its))
            .map(SoundFiles::contentBytes)
            .orElseGet(() -> about(recording)));
  }

  private static boolean isOf(Recording recording, BlobManifest manifest) {
    return recording.original().isEmpty() || recording.original().equals(manifest.id());
  }

  private static long contentBytes(BlobManifest manifest) {
    return manifest.size() - (long) PartCipher.TAG_BYTES * manifest.parts().size();
  }

  /** As many as its samples take; a file that was taken in is seldom longer. */
  private static long about(Recording recording) {
    return form(recording)
        .map(form -> form.frames(recording.millis()) * form.frameBytes())
        .orElse(0L);
  }

  private static Optional<PcmForm> form(Recording recording) {
    try {
      return Optional.of(new PcmForm(recording.rate(), recording.channels()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private SoundFile recorded(Recording recording, byte[] secret) throws IOException {
    try (SealedSound sound = sound(recording, secret)) {
      WavFile wav = new WavFile(sound.form(), sound.frames() * sound.form().frameBytes());
      return new SoundFile.Here(
          "wav", wav.fileBytes(), out -> writeRecorded(wav, recording, secret, out));
    }
  }

  private SealedSound sound(Recording recording, byte[] secret) throws IOException {
    return originals
        .sound(recording, secret)
        .orElseThrow(() -> new IOException("the sound is gone"));
  }

  private boolean writeRecorded(WavFile wav, Recording recording, byte[] secret, OutputStream out)
      throws IOException {
    int frameBytes = wav.form().frameBytes();
    byte[] step = new byte[STEP_FRAMES * frameBytes];
    boolean isWhole = true;
    try (SealedSound sound = sound(recording, secret);
        SealedSound filled = sound.withSilence()) {
      out.write(wav.head());
      long left = wav.bytes();
      for (long frame = 0; left > 0; ) {
        int count;
        try {
          count = sound.read(frame, step);
        } catch (UnreadableSound _) {
          isWhole = false;
          count = filled.read(frame, step);
        }
        int bytes = (int) Math.min(left, (long) count * frameBytes);
        if (bytes == 0) {
          throw new IOException("the sound is shorter than it was");
        }
        out.write(step, 0, bytes);
        frame += count;
        left -= bytes;
      }
    }
    return isWhole;
  }

  private static SoundFile inParts(
      Recording recording, PartFolder folder, BlobManifest manifest, PartCipher cipher) {
    long bytes = contentBytes(manifest);
    if (recording.state() == RecordingState.IMPORTED) {
      return new SoundFile.Here(
          ending(recording.name()), bytes, out -> writeParts(folder, manifest, cipher, out));
    }
    Optional<PcmForm> form = form(recording);
    if (form.isEmpty()) {
      return new SoundFile.Unready();
    }
    WavFile wav = new WavFile(form.get(), bytes);
    return new SoundFile.Here(
        "wav",
        wav.fileBytes(),
        out -> {
          out.write(wav.head());
          return writeParts(folder, manifest, cipher, out);
        });
  }

  private static boolean writeParts(
      PartFolder folder, BlobManifest manifest, PartCipher cipher, OutputStream out)
      throws IOException {
    for (int i = 0; i < manifest.parts().size(); i++) {
      int index = i;
      byte[] part =
          folder
              .part(i)
              .filter(its -> Sha256.hex(its).equals(manifest.parts().get(index)))
              .orElseThrow(() -> new DamagedPart(index));
      out.write(cipher.open(i, part).orElseThrow(() -> new DamagedPart(index)));
    }
    return true;
  }

  private static String ending(String name) {
    var matcher = ENDING.matcher(name.toLowerCase(Locale.ROOT).strip());
    return matcher.matches() ? matcher.group(1) : NO_ENDING;
  }

  /**
   * Takes the sound of a recording back in that {@link SoundFile.Here} wrote.
   *
   * @param file is read to its end and not closed
   * @param isWhole asked once it was; what is not whole is not kept
   * @throws IOException when it cannot be read, or the disk refuses; nothing of it is kept then
   */
  public TakenBack takeBack(Recording recording, InputStream file, BooleanSupplier isWhole)
      throws IOException {
    return new TakingBack(parts, originals, recording, isWhole).take(file);
  }
}
