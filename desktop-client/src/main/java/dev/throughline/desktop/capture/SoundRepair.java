package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts recordings in order that were cut off, without their keys and before anything reads them. Of
 * a folder only the log is written, and at once as a whole: segments stay as they are, so their
 * times do too, and a crash in here changes nothing. What a crash tore behind the last sound slot
 * stays in its file and is not counted any more.
 */
public final class SoundRepair {
  private static final int STEP_BYTES = 1 << 20;

  private final Disk disk;

  public SoundRepair(Disk disk) {
    this.disk = disk;
  }

  /**
   * Looks at every recording below a folder; none of them may be being made.
   *
   * @throws IOException when the folder itself cannot be listed
   */
  public List<Repaired> all(Path recordings) throws IOException {
    List<Repaired> all = new ArrayList<>();
    for (Path path : disk.list(recordings)) {
      if (RecordId.parse(path.getFileName().toString()).isPresent()) {
        all.add(one(path));
      }
    }
    return all;
  }

  /** Looks at one recording, which must not be being made. */
  public Repaired one(Path path) {
    try {
      return repair(new SoundFolder(disk, path));
    } catch (IOException e) {
      return new Repaired.NotNow(path.getFileName().toString(), String.valueOf(e.getMessage()));
    }
  }

  /** The places of a recording that cannot be read any more, ended or not, by their checks. */
  public List<Span> damaged(Path path) throws IOException {
    SoundFolder folder = new SoundFolder(disk, path);
    return Found.in(folder, SoundLog.read(folder)).damaged();
  }

  private Repaired repair(SoundFolder folder) throws IOException {
    SoundLog log = SoundLog.read(folder);
    Optional<SoundEntry.Ended> ended = log.ended();
    if (ended.isPresent() && log.begun().isPresent()) {
      SoundEntry.Begun begun = log.begun().get();
      return new Repaired.Whole(
          begun.recording(),
          ended.get().state(),
          begun.form(),
          ended.get().frames(),
          begun.startedAt());
    }
    disk.deleteIfExists(folder.freshSegment());
    disk.deleteIfExists(folder.freshLog());
    Found found = Found.in(folder, log);
    Optional<SoundEntry.Begun> begun = begun(log, found);
    if (begun.isEmpty()) {
      return new Repaired.Nothing(folder.path().getFileName().toString());
    }
    keepBad(folder, log);
    disk.write(folder.log(), inOrder(folder, log, begun.get(), found).bytes());
    return new Repaired.Recovered(
        begun.get().recording(),
        begun.get().form(),
        found.frames(),
        begun.get().startedAt(),
        found.damaged());
  }

  private static Optional<SoundEntry.Begun> begun(SoundLog log, Found found) {
    return log.begun()
        .or(
            () ->
                found.headers().stream()
                    .findFirst()
                    .map(header -> new SoundEntry.Begun(header.recording(), header.form(), 0)));
  }

  /** A torn last line is what a crash leaves; anything else is kept for whoever wants to know. */
  private void keepBad(SoundFolder folder, SoundLog log) throws IOException {
    Optional<byte[]> bytes = SoundLog.bytes(folder);
    if (bytes.isPresent() && (log.damaged() > 0 || log.begun().isEmpty())) {
      disk.write(folder.badLog(), bytes.get());
    }
  }

  private SoundLog inOrder(SoundFolder folder, SoundLog log, SoundEntry.Begun begun, Found found)
      throws IOException {
    List<SoundEntry> entries = new ArrayList<>();
    entries.add(begun);
    log.entries().stream()
        .filter(entry -> !(entry instanceof SoundEntry.Begun || entry instanceof SoundEntry.Ended))
        .forEach(entries::add);
    Map<Integer, SegmentHeader> opened = log.headers();
    Map<Integer, SoundEntry.Closed> closed = log.closed();
    for (SegmentHeader header : found.headers()) {
      if (!opened.containsKey(header.number())) {
        entries.add(new SoundEntry.Opened(header));
      }
      SegmentScan scan = found.scan(header);
      if (!closed.containsKey(header.number()) && scan.bytes() > 0) {
        long frames = scan.end(header) - header.firstFrame();
        String digest = digest(folder, header.number(), scan.bytes());
        entries.add(new SoundEntry.Closed(header.number(), frames, scan.bytes(), digest));
      }
    }
    entries.add(new SoundEntry.Ended(RecordingState.RECOVERED, found.frames()));
    return new SoundLog(entries, 0);
  }

  private static String digest(SoundFolder folder, int number, long length) throws IOException {
    try (FileChannel channel = folder.open(number)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (long at = 0; at < length; at += STEP_BYTES) {
        int step = (int) Math.min(STEP_BYTES, length - at);
        digest.update(Bytes.read(channel, ByteBuffer.allocate(step), at));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
