package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobFolders;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.peaks.Peaks;
import dev.throughline.desktop.sound.peaks.PeaksFile;
import dev.throughline.desktop.sound.peaks.PeaksSeal;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Waves of recordings, kept sealed on the disk: of what lies here drawn from its samples, of what
 * lies elsewhere from the small copy, which is little to fetch. Not on the UI thread.
 */
final class Waves {
  private final Sounds sounds;
  private final Recordings recordings;
  private final Disk disk;
  private final Path folder;
  private final PeaksFile files;

  Waves(Sounds sounds, Recordings recordings, Disk disk, Path folder) {
    this.sounds = sounds;
    this.recordings = recordings;
    this.disk = disk;
    this.folder = folder;
    this.files = new PeaksFile(disk);
  }

  /** The whole wave of what lies here. */
  Wave ofHere(Recording recording, PcmReader sound) throws IOException {
    Path file = folder.resolve(BlobFolders.waveName(recording.id()));
    Peaks peaks = files.read(file, seal(recording)).orElseGet(Peaks::new);
    if (peaks.frames() < sound.frames()) {
      peaks.catchUp(sound);
      keep(file, recording, peaks);
    }
    return new Wave(peaks, sound.frames());
  }

  /** What was drawn before of what lies elsewhere; an empty wave that {@link #draw} fills. */
  Wave ofElsewhere(Recording recording) throws IOException {
    Optional<Peaks> peaks = files.read(small(recording), seal(recording));
    return peaks
        .map(known -> new Wave(known, known.frames()))
        .orElseGet(() -> new Wave(new Peaks(), 0));
  }

  /**
   * Draws a wave from the small copy, as that is fetched and decoded; keeps it once it is whole.
   *
   * @param wanted whether somebody still looks at it
   */
  void draw(Recording recording, Wave wave, BooleanSupplier wanted) throws IOException {
    if (sounds.small(recording, new Drawing(recording, wave, wanted))) {
      wave.expect(wave.peaks().frames());
      keep(small(recording), recording, wave.peaks());
    }
  }

  private Path small(Recording recording) {
    return folder.resolve(BlobFolders.smallWaveName(recording.id()));
  }

  private void keep(Path file, Recording recording, Peaks peaks) throws IOException {
    disk.createFolder(folder);
    files.write(file, peaks, seal(recording));
  }

  private PeaksSeal seal(Recording recording) {
    return PeaksSeal.of(recordings.secret(recording).orElseThrow(), recording.id());
  }

  /** Takes the samples of the small copy, whose rate may be another than that of the original. */
  private static final class Drawing implements PcmTarget {
    private final Recording recording;
    private final Wave wave;
    private final BooleanSupplier wanted;
    private PcmForm form = RecordingDesk.FORM;

    Drawing(Recording recording, Wave wave, BooleanSupplier wanted) {
      this.recording = recording;
      this.wave = wave;
      this.wanted = wanted;
    }

    @Override
    public void begin(PcmForm its) {
      form = its;
      wave.expect(its.frames(recording.millis()));
    }

    @Override
    public void take(byte[] pcm, int length) throws IOException {
      if (!wanted.getAsBoolean()) {
        throw new InterruptedIOException("the wave is not wanted any more");
      }
      wave.peaks().add(form, pcm, length);
    }
  }
}
