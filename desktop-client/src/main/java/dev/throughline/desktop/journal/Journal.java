package dev.throughline.desktop.journal;

import dev.throughline.desktop.account.ProfileKey;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.wire.MalformedMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;

/**
 * The only durable copy of one's own unsent work. An entry is on disk when {@link #append} returns.
 * Not for use by two threads at once: {@code Ledger} holds the lock.
 */
public final class Journal implements EntryLog {
  /** A segment is closed once it passes this size. */
  private static final long SEGMENT_BYTES_AIM = 16L << 20;

  private final Disk disk;
  private final Path folder;
  private final SegmentFiles files;
  private final FrameSeal seal;
  private final String keyId;
  private final long segmentBytesAim;
  private Segment last;
  private long damagedFrames;
  private long foundUnread;

  private Journal(
      Disk disk, Path folder, FrameSeal seal, String keyId, Segment last, long segmentBytesAim) {
    this.disk = disk;
    this.folder = folder;
    this.files = new SegmentFiles(disk, folder);
    this.seal = seal;
    this.keyId = keyId;
    this.last = last;
    this.segmentBytesAim = segmentBytesAim;
  }

  /**
   * Opens the journal of a profile, or starts one.
   *
   * @throws JournalException when the folder cannot be read or written
   */
  public static Journal open(Disk disk, Path folder, ProfileKey key, SecureRandom random)
      throws JournalException {
    return open(disk, folder, key, random, SEGMENT_BYTES_AIM);
  }

  /** The same with segments closed once they pass a size. */
  public static Journal open(
      Disk disk, Path folder, ProfileKey key, SecureRandom random, long segmentBytesAim)
      throws JournalException {
    try {
      disk.createFolder(folder);
      FrameSeal seal = new FrameSeal(key.cipherKey("journal"), random);
      SegmentFiles files = new SegmentFiles(disk, folder);
      int hollow = files.setHollowAside();
      List<Long> numbers = files.numbers();
      long number = numbers.isEmpty() ? 1 : numbers.getLast();
      Segment last =
          numbers.isEmpty()
              ? Segment.create(disk, folder, number, seal, new Segment.Header(key.id(), false))
              : Segment.open(disk, folder, number, seal);
      Journal journal = new Journal(disk, folder, seal, key.id(), last, segmentBytesAim);
      journal.foundUnread = (long) hollow + files.gaps(0);
      try {
        journal.mendTail();
      } catch (IOException e) {
        last.close();
        throw e;
      }
      return journal;
    } catch (IOException e) {
      throw new JournalException("the journal cannot be opened", e);
    }
  }

  @Override
  public void read(JournalPosition after, Reader reader) throws JournalException {
    try {
      damagedFrames += files.gaps(after.segment());
      for (long number : files.numbers()) {
        if (number >= after.segment()) {
          read(number, number == after.segment() ? after.offset() : 0, reader);
        }
      }
    } catch (IOException | MalformedMessage e) {
      throw new JournalException("the journal cannot be read", e);
    }
  }

  private void read(long number, long from, Reader reader) throws IOException {
    try (Segment segment = Segment.open(disk, folder, number, seal)) {
      Segment.Content content = segment.read(from);
      boolean isTorn = number < last.number() && !content.endsCleanly();
      damagedFrames += content.damaged() + (isTorn ? 1 : 0);
      for (Segment.Found found : content.entries()) {
        reader.accept(EntryCodec.decode(found.entry()), found.next());
      }
    }
  }

  @Override
  public JournalPosition end() {
    return new JournalPosition(last.number(), last.end());
  }

  @Override
  public boolean isEmpty() {
    return last.number() == 1 && last.end() == Segment.HEADER_BYTES;
  }

  @Override
  public boolean isWhole() {
    return damagedFrames + foundUnread == 0;
  }

  @Override
  public void check() throws JournalException {
    try {
      for (long number : files.numbers()) {
        if (number < last.number()) {
          try (Segment segment = Segment.open(disk, folder, number, seal)) {
            Segment.Content content = segment.read(0);
            foundUnread += content.damaged() + (content.endsCleanly() ? 0 : 1);
          }
        }
      }
    } catch (IOException e) {
      throw new JournalException("the journal cannot be looked through", e);
    }
  }

  @Override
  public void beginAnew(JournalPosition after, Iterator<JournalEntry> entries)
      throws JournalException {
    Segment before = last;
    try {
      List<Long> old = files.numbers();
      long number = Math.max(last.number(), after.segment()) + 1;
      try {
        last = Segment.create(disk, folder, number, seal, new Segment.Header(keyId, true));
        while (entries.hasNext()) {
          append(entries.next());
        }
      } catch (IOException | JournalException | RuntimeException e) {
        giveUp(before, old);
        throw e;
      }
      before.close();
      for (long replaced : old) {
        files.setAside(replaced, "replaced");
      }
      damagedFrames = 0;
      foundUnread = 0;
    } catch (IOException e) {
      throw new JournalException("the journal cannot be begun anew", e);
    }
  }

  /** Removes what was begun anew and goes on where the journal was. */
  private void giveUp(Segment before, List<Long> old) throws IOException {
    if (last != before) {
      last.close();
      last = before;
    }
    for (long number : files.numbers()) {
      if (!old.contains(number)) {
        disk.deleteIfExists(Segment.file(folder, number));
      }
    }
  }

  @Override
  public long damagedFrames() {
    return damagedFrames;
  }

  @Override
  public JournalPosition append(JournalEntry entry) throws JournalException {
    byte[] bytes = EntryCodec.encode(entry);
    if (FrameSeal.size(bytes.length) > FrameSeal.FRAME_BYTES_MAX) {
      throw new JournalException(
          "an entry is larger than " + FrameSeal.FRAME_BYTES_MAX + " bytes",
          new IOException("too large"));
    }
    try {
      if (last.end() > segmentBytesAim) {
        rotate();
      }
      return last.append(bytes);
    } catch (IOException e) {
      throw new JournalException("the entry is not on disk", e);
    }
  }

  private void rotate() throws IOException {
    Segment.Header header = new Segment.Header(keyId, false);
    Segment next = Segment.create(disk, folder, last.number() + 1, seal, header);
    last.close();
    last = next;
  }

  /**
   * Ends the last segment after its last sound entry; keeps a copy of what it wipes. A segment in
   * which nothing can be read belongs to another key and is left alone.
   */
  private void mendTail() throws IOException {
    Segment.Content content = last.read(0);
    foundUnread += content.damaged();
    if (content.entries().isEmpty() && !last.isSealedUnder(keyId)) {
      throw new IOException("the journal is sealed under another key");
    }
    if (!content.endsCleanly()) {
      Path copy = folder.resolve("torn-" + last.number() + "-" + last.end() + ".jlog.bad");
      disk.write(copy, last.tail());
      last.clearTail();
    }
  }

  @Override
  public void close() throws JournalException {
    try {
      last.close();
    } catch (IOException e) {
      throw new JournalException("the journal cannot be closed", e);
    }
  }
}
