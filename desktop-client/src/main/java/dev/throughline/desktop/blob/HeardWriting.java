package dev.throughline.desktop.blob;

import dev.throughline.desktop.blob.SoundElsewhere.Why;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.capture.WholeSlots;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.Patience;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import dev.throughline.desktop.sound.decode.DecodingResult;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Decoded sound on its way to the disk. One thread writes, any may wait for it. */
final class HeardWriting implements PcmTarget, AutoCloseable {
  /** So many seconds of sound go to the disk together. */
  private static final int SLOTS_AT_ONCE = 16;

  private final Disk disk;
  private final Path folder;
  private final RecordId recording;
  private final byte[] secret;
  private final SecureRandom random;
  private final long startedAt;
  private final WholeSlots.Room room;
  private Optional<SoundWriter> writer = Optional.empty();
  private Optional<WholeSlots> slots = Optional.empty();
  private long safe;
  private boolean isOver;
  private Optional<Why> trouble = Optional.empty();

  /**
   * @param room whether there is still any for what can be decoded again
   */
  HeardWriting(
      Disk disk,
      Path folder,
      RecordId recording,
      byte[] secret,
      SecureRandom random,
      long startedAt,
      WholeSlots.Room room) {
    this.room = room;
    this.disk = disk;
    this.folder = folder;
    this.recording = recording;
    this.secret = secret;
    this.random = random;
    this.startedAt = startedAt;
  }

  @Override
  public void begin(PcmForm form) throws IOException {
    SoundWriter made = SoundWriter.create(disk, folder, recording, form, secret, random, startedAt);
    writer = Optional.of(made);
    slots = Optional.of(new WholeSlots(made, SLOTS_AT_ONCE, room));
  }

  @Override
  public void take(byte[] pcm, int length) throws IOException {
    slots.orElseThrow().append(pcm, length);
    tell(writer.orElseThrow().safeFrames(), false, Optional.empty());
  }

  /** Nothing more comes; whether all of the file is there. */
  boolean end(DecodingResult result) throws IOException {
    if (writer.isEmpty() || result instanceof DecodingResult.Refused) {
      fail(Why.UNDECODED);
      return false;
    }
    slots.orElseThrow().end();
    writer.get().end();
    boolean isWhole = result instanceof DecodingResult.Decoded;
    tell(writer.get().safeFrames(), true, isWhole ? Optional.empty() : Optional.of(Why.UNDECODED));
    return isWhole;
  }

  /** Nothing more comes, and that is all there is. */
  void end() throws IOException {
    slots.orElseThrow().end();
    writer.orElseThrow().end();
    tell(writer.get().safeFrames(), true, Optional.empty());
  }

  void fail(Why why) {
    tell(safeFrames(), true, Optional.of(why));
  }

  private synchronized void tell(long frames, boolean over, Optional<Why> why) {
    safe = frames;
    isOver |= over;
    trouble = trouble.or(() -> why);
    notifyAll();
  }

  /** How many frames are on disk. */
  synchronized long safeFrames() {
    return safe;
  }

  synchronized boolean isOver() {
    return isOver;
  }

  /** Waits until something can be heard. */
  void awaitBegin(Duration patience) throws IOException {
    awaitFrames(1, patience);
  }

  /**
   * Waits until so many frames are on disk, or no more come.
   *
   * @throws SoundElsewhere when they did not come in that time, or cannot come
   */
  synchronized void awaitFrames(long frames, Duration patience) throws IOException {
    Patience most = Patience.of(patience);
    try {
      while (safe < frames && !isOver) {
        long left = most.left().toMillis();
        if (left <= 0) {
          throw new SoundElsewhere(Why.AWAY);
        }
        wait(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waits for it any more");
    }
    if (safe < frames && trouble.isPresent()) {
      throw new SoundElsewhere(trouble.get());
    }
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
