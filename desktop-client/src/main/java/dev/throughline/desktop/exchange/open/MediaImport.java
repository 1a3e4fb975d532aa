package dev.throughline.desktop.exchange.open;

import dev.throughline.desktop.blob.TakenBack;
import dev.throughline.desktop.consent.Ruling;
import dev.throughline.desktop.exchange.ByteSource;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.Remark;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.recording.Recording;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the sound of an export back in, once its records are; says of what was not taken why. */
final class MediaImport {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Media media;
  private final LocalStore store;
  private final Container files;
  private final Map<String, String> listed;
  private final Set<String> edited;
  private final Progress progress;
  private final List<Remark> remarks = new ArrayList<>();

  /**
   * @param listed the digests of files as they were exported
   * @param edited files that are not what they were
   */
  MediaImport(
      Media media,
      LocalStore store,
      Container files,
      Map<String, String> listed,
      Set<String> edited,
      Progress progress) {
    this.media = media;
    this.store = store;
    this.files = files;
    this.listed = listed;
    this.edited = edited;
    this.progress = progress;
  }

  /** Takes in what is whole. */
  List<Remark> read() throws IOException {
    Optional<ByteSource> source = files.file(Media.INDEX);
    if (source.isEmpty() || !listed.containsKey(Media.INDEX) || edited.contains(Media.INDEX)) {
      return remarks;
    }
    Optional<MediaIndex> index;
    try (InputStream in = source.get().open()) {
      index = MediaIndex.read(in.readNBytes(MediaIndex.BYTES_MAX));
    }
    if (index.isEmpty()) {
      remarks.add(new Remark(0, Texts.text("exchange.media.noIndex", Media.INDEX)));
      return remarks;
    }
    for (MediaIndex.Entry entry : index.get().entries()) {
      if (!entry.file().isEmpty() && !progress.isCancelled()) {
        take(entry);
      }
    }
    return remarks;
  }

  private void take(MediaIndex.Entry entry) {
    String path = entry.file();
    String digest = listed.get(path);
    if (!path.startsWith(Media.FOLDER) || !Container.isInside(path) || digest == null) {
      say("strange", path);
      return;
    }
    Optional<RecordView> view =
        store.find(entry.recording()).filter(its -> its.kind().equals(Recording.KIND.name()));
    if (edited.contains(path)) {
      say("changed", path);
    } else if (view.isEmpty() || view.get().trashed()) {
      say("no-recording", path);
    } else {
      take(path, digest, Recording.from(view.get().id(), view.get().fields()));
    }
  }

  private void take(String path, String digest, Recording recording) {
    Optional<String> lack = lack(recording);
    if (lack.isPresent()) {
      remarks.add(new Remark(0, Texts.text("exchange.media.lack", shown(path), lack.get())));
      return;
    }
    try {
      Optional<ByteSource> file = files.file(path);
      if (file.isPresent()) {
        take(path, digest, recording, file.get());
      }
    } catch (InterruptedIOException _) {
      say("stopped", path);
    } catch (IOException e) {
      System.getLogger(MediaImport.class.getName())
          .log(System.Logger.Level.WARNING, "sound was not taken in: " + e.getClass().getName());
      say("disk", path);
    }
  }

  private void take(String path, String digest, Recording recording, ByteSource file)
      throws IOException {
    MessageDigest sum = Checksums.digest();
    try (InputStream in = new DigestInputStream(watched(file.open()), sum)) {
      TakenBack came =
          media.files().takeBack(recording, in, () -> Checksums.hex(copy(sum)).equals(digest));
      if (came instanceof TakenBack.Refused(TakenBack.Why why)) {
        say(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), path);
      }
    }
  }

  /** A digest can be finished once only, and is asked for more often. */
  private static MessageDigest copy(MessageDigest sum) {
    try {
      return (MessageDigest) sum.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every JDK's SHA-256 can be copied", e);
    }
  }

  private InputStream watched(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        if (progress.isCancelled()) {
          throw new InterruptedIOException("cancelled");
        }
        return in.read(into, from, Math.min(most, BUFFER_BYTES));
      }
    };
  }

  private Optional<String> lack(Recording recording) {
    return recording
        .interview()
        .map(media.rulings()::ofRecording)
        .filter(ruling -> ruling.lack().isPresent())
        .map((Ruling ruling) -> media.rulings().sentenceOfRecording(ruling));
  }

  private void say(String why, String path) {
    remarks.add(new Remark(0, Texts.text("exchange.media." + why, shown(path))));
  }

  private static String shown(String path) {
    return OpenImport.shown(path);
  }
}
