package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.capture.WholeSlots;
import dev.throughline.desktop.consent.Ruling;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.decode.Decoding;
import dev.throughline.desktop.sound.decode.DecodingLimits;
import dev.throughline.desktop.sound.decode.DecodingResult;
import dev.throughline.desktop.sound.decode.DecodingTrouble;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.RunningTask;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.RecordingState;
import dev.throughline.model.value.Unseen;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Takes sound files into an interview: decoded in a process of its own, sealed as it comes. UI
 * thread only.
 */
public final class SoundImport {
  private static final Logger log = Logger.getLogger(SoundImport.class.getName());

  /** How sound files are usually called; what they are, their content says. */
  private static final Set<String> ENDINGS =
      Set.of("wav", "flac", "ogg", "oga", "opus", "mp3", "m4a", "m4b", "mp4", "aac");

  private final RecordingParts parts;
  private final ObservableList<RunningTask> tasks;
  private static final int AT_ONCE = 2;

  /** An hour as it is recorded here; no file may take that. */
  private static final long ROOM_LEFT_BYTES = 350L << 20;

  /** Ten seconds. */
  private static final int SLOTS_AT_ONCE = 40;

  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Originals originals;
  private final Runnable then;

  /** Keeps files as they came, sealed, until they have been sent. Not on the UI thread. */
  @FunctionalInterface
  public interface Originals {
    /**
     * Keeps one.
     *
     * @throws IOException when it cannot be read or written; what was decoded of it stays
     */
    void keep(RecordId recording, Path file) throws IOException;
  }

  /**
   * @param then is done on the UI thread after each file that is in
   */
  public SoundImport(
      RecordingParts parts, ObservableList<RunningTask> tasks, Originals originals, Runnable then) {
    this.originals = originals;
    this.parts = parts;
    this.tasks = tasks;
    this.then = then;
  }

  /** Whether a file is called as sound files are. */
  public static boolean isSound(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** The same for a dialog that asks for files. */
  public static List<String> patterns() {
    return ENDINGS.stream().sorted().map(one -> "*." + one).toList();
  }

  /** Takes files in, each as a recording of its own. */
  public void take(List<Path> files, RecordId interview) {
    for (Path file : files) {
      AtomicBoolean isCancelled = new AtomicBoolean();
      String name = name(file);
      RunningTask task =
          new RunningTask(
              Texts.text("recording.import.task", name), Optional.of(() -> isCancelled.set(true)));
      tasks.add(task);
      parts
          .around()
          .background()
          .loop(
              "sound-import",
              () -> {
                Toast said = inTurn(file, name, interview, isCancelled);
                parts
                    .around()
                    .ui()
                    .run(
                        () -> {
                          tasks.remove(task);
                          parts.around().toasts().accept(said);
                          then.run();
                        });
              });
    }
  }

  /** As it is called, without signs that would have it read otherwise. */
  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return Unseen.without(name.replace('\n', ' ').replace('\t', ' '));
  }

  /** Each is decoded by a process of its own, so that many at once would be many of these. */
  private Toast inTurn(Path file, String name, RecordId interview, AtomicBoolean isCancelled) {
    turns.acquireUninterruptibly();
    try {
      return imported(file, name, interview, isCancelled);
    } finally {
      turns.release();
    }
  }

  private Toast imported(Path file, String name, RecordId interview, AtomicBoolean isCancelled) {
    Ruling ruling = parts.rulings().ofRecording(interview);
    if (ruling.lack().isPresent()) {
      return refused(name, parts.rulings().sentenceOfRecording(ruling));
    }
    Arriving arriving = new Arriving(interview, name, isCancelled);
    try (arriving) {
      DecodingResult result =
          new Decoding(parts.around().background(), DecodingLimits.USUAL).decode(file, arriving);
      return switch (result) {
        case DecodingResult.Decoded done -> {
          arriving.finish(file);
          yield Toast.done(
              Texts.text("recording.imported", name),
              Texts.text(
                  "recording.imported.line", Clock60.shown(done.form().millis(done.frames()))));
        }
        case DecodingResult.CutShort cut -> {
          arriving.finish(file);
          yield new Toast(
              Toast.Kind.ATTENTION,
              Texts.text("recording.imported.partly", name),
              coded(cut.textKey(), cut.why()),
              List.of());
        }
        case DecodingResult.Refused no -> refused(name, coded(no.textKey(), no.why()));
      };
    } catch (InterruptedIOException _) {
      arriving.forget();
      return Toast.done(
          Texts.text("recording.import.cancelled", name),
          Texts.text("recording.import.cancelled.line"));
    } catch (IOException e) {
      log.log(Level.WARNING, "a sound file could not be taken in", e);
      arriving.forget();
      return refused(name, Texts.text("recording.import.noRoom"));
    }
  }

  private static String coded(String key, DecodingTrouble why) {
    return Texts.text("interviews.withCode", Texts.text(key), why.code());
  }

  private static Toast refused(String name, String why) {
    return Toast.failed(Texts.text("recording.import.refused", name), why);
  }

  /** The sound of one file on its way into its folder. */
  private final class Arriving implements PcmTarget, AutoCloseable {
    private final RecordId interview;
    private final String name;
    private final AtomicBoolean isCancelled;
    private @Nullable RecordId recording;
    private @Nullable SoundWriter writer;
    private @Nullable WholeSlots slots;

    Arriving(RecordId interview, String name, AtomicBoolean isCancelled) {
      this.interview = interview;
      this.name = name;
      this.isCancelled = isCancelled;
    }

    /** Its records are on disk before its first sound is. */
    @Override
    public void begin(PcmForm form) throws IOException {
      byte[] secret = new byte[MediaKey.SECRET_BYTES];
      parts.random().nextBytes(secret);
      long now = parts.clock().millis();
      Recordings.Fresh fresh = parts.recordings().fresh(interview, secret, form, name, now);
      if (parts.ledger().record(fresh.drafts()) instanceof SaveResult.NotSaved(String code, _)) {
        throw new IOException("its records could not be saved: " + code);
      }
      recording = fresh.id();
      writer =
          SoundWriter.create(
              parts.disk(),
              parts.folder().resolve(fresh.id().toString()),
              fresh.id(),
              form,
              fresh.secret(),
              parts.random(),
              now);
      slots = new WholeSlots(writer, SLOTS_AT_ONCE, this::isRoom);
    }

    @Override
    public void take(byte[] pcm, int length) throws IOException {
      if (isCancelled.get()) {
        throw new InterruptedIOException("cancelled");
      }
      if (slots != null) {
        slots.append(pcm, length);
      }
    }

    /** A small file may hold a day of silence; what is recorded meanwhile needs room too. */
    private boolean isRoom() throws IOException {
      return parts.disk().freeBytes(parts.folder()) >= ROOM_LEFT_BYTES;
    }

    void finish(Path file) throws IOException {
      if (writer != null && slots != null && recording != null) {
        slots.end();
        writer.end();
        long millis = writer.form().millis(writer.safeFrames());
        // First the file: what says that it was taken in also says that it can be sent.
        originals.keep(recording, file);
        parts
            .ledger()
            .record(List.of(Recordings.ended(recording, RecordingState.IMPORTED, millis)));
      }
    }

    /** Nothing of it is kept. */
    void forget() {
      if (recording == null) {
        return;
      }
      parts.ledger().record(List.of(Recordings.thrownAway(recording)));
      Path folder = parts.folder().resolve(recording.toString());
      try {
        for (Path file : parts.disk().list(folder)) {
          parts.disk().deleteIfExists(file);
        }
        parts.disk().deleteIfExists(folder);
      } catch (IOException e) {
        log.log(Level.WARNING, "a folder was left behind", e);
      }
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
