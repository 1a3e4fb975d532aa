package dev.throughline.desktop.capture;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the frames of a recording lie.
 *
 * @param pieces by their first frames; none reaches into the next
 */
record SoundMap(SoundLog log, TreeMap<Long, Piece> pieces) {
  /** The frames of one segment that count; a segment without any has no piece. */
  record Piece(SegmentHeader header, long end) {}

  /** Says where a segment ends of which the log does not. */
  @FunctionalInterface
  interface Ending {
    long end(SegmentHeader header) throws IOException;
  }

  /** Where the frames lie as the log tells, and {@code ending} where it does not. */
  static SoundMap of(SoundFolder folder, Ending ending) throws IOException {
    SoundLog log = SoundLog.read(folder);
    Map<Integer, SoundEntry.Closed> closed = log.closed();
    TreeMap<Long, Piece> pieces = new TreeMap<>();
    for (SegmentHeader header : headers(folder, log)) {
      SoundEntry.Closed known = closed.get(header.number());
      long end = known == null ? ending.end(header) : header.firstFrame() + known.frames();
      // A segment that was given up may hold frames that its successor holds again.
      Map.Entry<Long, Piece> before = pieces.lowerEntry(header.firstFrame());
      if (before != null && before.getValue().end() > header.firstFrame()) {
        SegmentHeader cut = before.getValue().header();
        pieces.put(before.getKey(), new Piece(cut, header.firstFrame()));
      }
      if (end > header.firstFrame()) {
        pieces.put(header.firstFrame(), new Piece(header, end));
      }
    }
    return new SoundMap(log, pieces);
  }

  /** The headers of all segments, in order: from the log, else from the files. */
  static List<SegmentHeader> headers(SoundFolder folder, SoundLog log) throws IOException {
    Map<Integer, SegmentHeader> logged = log.headers();
    TreeSet<Integer> numbers = new TreeSet<>(folder.segments());
    numbers.addAll(logged.keySet());
    List<SegmentHeader> headers = new ArrayList<>();
    for (int number : numbers) {
      SegmentHeader known = logged.get(number);
      Optional<SegmentHeader> header = known == null ? folder.header(number) : Optional.of(known);
      header.filter(found -> isOfOne(found, log, headers)).ifPresent(headers::add);
    }
    return headers;
  }

  /** Whether a segment belongs to this recording; a file may have strayed in from another. */
  private static boolean isOfOne(SegmentHeader header, SoundLog log, List<SegmentHeader> before) {
    return log.begun()
        .map(begun -> isLike(header, begun.recording(), begun.form()))
        .or(
            () ->
                before.stream().findFirst().map(one -> isLike(header, one.recording(), one.form())))
        .orElse(true);
  }

  private static boolean isLike(SegmentHeader header, RecordId recording, PcmForm form) {
    return header.recording().equals(recording) && header.form().equals(form);
  }

  /** How the samples stand; empty when neither the log nor any segment tells. */
  Optional<PcmForm> form() {
    return log.begun()
        .map(SoundEntry.Begun::form)
        .or(() -> pieces.values().stream().findFirst().map(piece -> piece.header().form()));
  }

  /** The frame behind the last one. */
  long frames() {
    long mapped = pieces.isEmpty() ? 0 : pieces.lastEntry().getValue().end();
    return log.ended().map(SoundEntry.Ended::frames).orElse(mapped);
  }

  /** The piece that holds a frame; empty when none does. */
  Optional<Piece> at(long frame) {
    Map.Entry<Long, Piece> piece = pieces.floorEntry(frame);
    return piece == null || piece.getValue().end() <= frame
        ? Optional.empty()
        : Optional.of(piece.getValue());
  }

  /** The first frame at or behind this one that some piece holds. */
  long nextHeld(long frame) {
    Long next = pieces.ceilingKey(frame);
    return next == null ? frames() : next;
  }
}
