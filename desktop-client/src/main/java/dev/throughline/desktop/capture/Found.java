package dev.throughline.desktop.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything there is in a folder, looked through slot by slot.
 *
 * @param headers of the segments, in order
 * @param scans of them, by number
 * @param frames how long the recording is
 * @param damaged what cannot be read of it
 */
record Found(
    List<SegmentHeader> headers, Map<Integer, SegmentScan> scans, long frames, List<Span> damaged) {
  /** What is sound in a segment that was found. */
  SegmentScan scan(SegmentHeader header) {
    return scans.getOrDefault(header.number(), SegmentScan.NONE);
  }

  static Found in(SoundFolder folder, SoundLog log) throws IOException {
    List<SegmentHeader> headers = SoundMap.headers(folder, log);
    Map<Integer, SegmentScan> scans = new LinkedHashMap<>();
    for (SegmentHeader header : headers) {
      scans.put(header.number(), SegmentScan.of(folder, header));
    }
    SoundMap map =
        SoundMap.of(
            folder, header -> scans.getOrDefault(header.number(), SegmentScan.NONE).end(header));
    List<Span> sound = new ArrayList<>();
    map.pieces()
        .forEach(
            (first, piece) ->
                scans
                    .getOrDefault(piece.header().number(), SegmentScan.NONE)
                    .spans()
                    .forEach(
                        span ->
                            Span.add(
                                sound, new Span(span.from(), Math.min(span.end(), piece.end())))));
    long frames = map.frames();
    return new Found(headers, scans, frames, Span.missing(sound, frames));
  }
}
