package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.blob.SoundFile;
import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the sound of recordings into an export, one file after another, and their list. */
final class MediaExport {
  private final Media media;
  private final Map<RecordId, String> interviews;
  private final Files files;
  private final FileNames names = new FileNames();
  private final List<MediaIndex.Entry> entries = new ArrayList<>();

  /** Takes files into the export. */
  interface Files {
    /** Writes one; answers its SHA-256. */
    String file(String path, Body body) throws IOException;
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /**
   * @param interviews what the files of each should be called
   */
  MediaExport(Media media, Map<RecordId, String> interviews, Files files) {
    this.media = media;
    this.interviews = interviews;
    this.files = files;
  }

  /** Writes all that may leave; answers how many have no sound here. */
  int write(LocalStore store, Leaving leaving) throws IOException {
    int missing = 0;
    for (Recording recording : Media.leaving(store, leaving)) {
      switch (media.files().of(recording)) {
        case SoundFile.Here here -> write(recording, here);
        case SoundFile.Elsewhere its -> {
          missing++;
          note(recording, its.bytes(), Texts.text("exchange.media.elsewhere"));
        }
        case SoundFile.Unready _ -> {
          missing++;
          note(recording, 0, Texts.text("exchange.media.unready"));
        }
      }
    }
    if (!entries.isEmpty()) {
      files.file(Media.INDEX, out -> out.write(new MediaIndex(entries).bytes()));
    }
    return missing;
  }

  private void write(Recording recording, SoundFile.Here here) throws IOException {
    String wish = recording.interview().map(id -> interviews.getOrDefault(id, "")).orElse("");
    String path = Media.FOLDER + names.unique(wish, "." + here.ending());
    AtomicBoolean isWhole = new AtomicBoolean();
    String sha256 = files.file(path, out -> isWhole.set(here.writing().write(out)));
    entries.add(
        new MediaIndex.Entry(
            recording.id(),
            recording.interview(),
            path,
            sha256,
            here.bytes(),
            isWhole.get() ? "" : Texts.text("exchange.media.damaged")));
  }

  private void note(Recording recording, long bytes, String why) {
    entries.add(new MediaIndex.Entry(recording.id(), recording.interview(), "", "", bytes, why));
  }
}
