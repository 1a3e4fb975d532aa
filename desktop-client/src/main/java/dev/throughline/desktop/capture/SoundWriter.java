package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.AtomicFile;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the sound of one recording into its folder. Whatever {@link #append} was given is on disk
 * when it returns. After a failure the same sound may be appended again: it goes into a new
 * segment, so that nothing is ever written twice in one place. Not for use by two threads at once,
 * but for {@link #safeFrames}.
 */
public final class SoundWriter implements AutoCloseable {
  private final SoundFolder folder;
  private final RecordId recording;
  private final PcmForm form;
  private final SoundSecret secret;
  private final SecureRandom random;
  private final SoundLogWriter log;
  private final List<SoundEntry> unlogged = new ArrayList<>();
  private Optional<SegmentWriter> segment = Optional.empty();
  private int number;
  private volatile long safe;
  private volatile boolean isGone;

  private SoundWriter(
      SoundFolder folder,
      SoundEntry.Begun begun,
      SoundSecret secret,
      SecureRandom random,
      SoundLogWriter log) {
    this.folder = folder;
    this.recording = begun.recording();
    this.form = begun.form();
    this.secret = secret;
    this.random = random;
    this.log = log;
  }

  /**
   * Begins a recording.
   *
   * @param path the folder of this recording, which is made
   * @param secret of its {@link dev.throughline.model.recording.MediaKey}, 32 bytes
   * @param startedAt in milliseconds since 1970
   * @throws IOException when the folder or the log cannot be made
   */
  public static SoundWriter create(
      Disk disk,
      Path path,
      RecordId recording,
      PcmForm form,
      byte[] secret,
      SecureRandom random,
      long startedAt)
      throws IOException {
    disk.createFolder(path);
    disk.syncFolder(AtomicFile.folderOf(path));
    SoundFolder folder = new SoundFolder(disk, path);
    SoundEntry.Begun begun = new SoundEntry.Begun(recording, form, startedAt);
    SoundLogWriter log = SoundLogWriter.create(folder, begun);
    return new SoundWriter(folder, begun, new SoundSecret(secret.clone()), random, log);
  }

  public PcmForm form() {
    return form;
  }

  /** How many frames are on disk. Any thread may ask. */
  public long safeFrames() {
    return isGone ? 0 : safe;
  }

  /** How many frames were put on disk, should somebody have taken the files away since. */
  long forcedFrames() {
    return safe;
  }

  /** How many bytes of sound make a full slot; appending other lengths costs a new segment. */
  public int slotBytes() {
    return new SlotPlan(form).plainBytes();
  }

  /** How many whole minutes of sound still find space. */
  public long freeMinutes() throws IOException {
    long hour = new SlotPlan(form).hourBytes();
    return folder.disk().freeBytes(folder.path()) / Math.max(1, hour / 60);
  }

  /** Whether the disk has space for what is allocated next. */
  public boolean hasSpace() throws IOException {
    long needed = new SlotPlan(form).segmentBytes() + SoundLogWriter.STEP_BYTES;
    return folder.disk().freeBytes(folder.path()) >= needed;
  }

  /**
   * Puts sound on disk.
   *
   * @param length of it in bytes; whole frames
   * @throws IOException when not all of it is on disk; {@link #safeFrames} says how much is
   */
  public void append(byte[] sound, int from, int length) throws IOException {
    try {
      int at = from;
      while (at < from + length) {
        SegmentWriter into = segment();
        int taken = Math.min(slotBytes(), from + length - at);
        into.write(sound, at, taken);
        at += taken;
        if (into.isFull()) {
          force(into);
          closeSegment();
        }
      }
      if (segment.isPresent()) {
        force(segment.get());
      }
    } catch (IOException e) {
      giveUpSegment(e);
      throw e;
    }
  }

  /** Notes a pause; {@code at} is in milliseconds since 1970. */
  public void pause(long at) throws IOException {
    note(new SoundEntry.Paused(safe, at));
  }

  /** Notes that a pause is over. */
  public void resume(long at) throws IOException {
    note(new SoundEntry.Resumed(safe, at));
  }

  /** Notes that so many frames came here and could not be kept. */
  public void miss(long frames) throws IOException {
    note(new SoundEntry.Missed(safe, frames));
  }

  /** Ends the recording; nothing can be appended any more. */
  public void end() throws IOException {
    if (segment.isPresent()) {
      closeSegment();
    }
    flush();
    unlogged.add(new SoundEntry.Ended(RecordingState.STOPPED, safe));
    flush();
    log.trim();
    close();
  }

  private SegmentWriter segment() throws IOException {
    if (segment.isEmpty()) {
      log.allocate();
      flush();
      byte[] salt = new byte[SegmentHeader.SALT_BYTES];
      random.nextBytes(salt);
      // A number is used up even when its file cannot be made: it might be there after all.
      number++;
      SegmentHeader header = new SegmentHeader(recording, number, safe, form, secret.name(), salt);
      SegmentWriter made = SegmentWriter.create(folder, header, secret);
      segment = Optional.of(made);
      note(new SoundEntry.Opened(header));
    }
    return segment.get();
  }

  private void force(SegmentWriter into) throws IOException {
    into.force();
    requireThere(into);
    safe = into.header().firstFrame() + into.forcedFrames();
  }

  /** What was forced is nowhere once somebody took its name away, or the whole folder. */
  private void requireThere(SegmentWriter into) throws IOException {
    List<Path> there = there();
    if (!there.contains(folder.segment(into.header().number())) || !there.contains(folder.log())) {
      isGone = true;
      throw new NoSuchFileException(folder.path().toString());
    }
    isGone = false;
  }

  private List<Path> there() throws IOException {
    try {
      return folder.disk().list(folder.path());
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private void closeSegment() throws IOException {
    SegmentWriter over = segment.orElseThrow();
    segment = Optional.empty();
    try (over) {
      unlogged.add(over.closed());
      over.trim();
    }
    flush();
  }

  /** Leaves a segment that failed as it was last forced. What stands behind is never counted. */
  private void giveUpSegment(IOException cause) {
    if (segment.isEmpty()) {
      return;
    }
    try {
      closeSegment();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void note(SoundEntry entry) throws IOException {
    unlogged.add(entry);
    flush();
  }

  /** What could not be logged when it was due is logged before anything else. */
  private void flush() throws IOException {
    while (!unlogged.isEmpty()) {
      log.append(unlogged.getFirst());
      unlogged.removeFirst();
    }
  }

  /** Lets go of the files; without {@link #end} it is as if power had gone. */
  @Override
  public void close() throws IOException {
    try (log) {
      if (segment.isPresent()) {
        segment.get().close();
        segment = Optional.empty();
      }
    }
  }
}
