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
  static Found in(SoundFolder folder, SoundLog log) throws IOException {
    List<SegmentHeader> headers = SoundMap.headers(folder, log);
    Map<Integer, SegmentScan> scans = new LinkedHashMap<>();
    for (SegmentHeader header : headers) {
      scans.put(header.number(), SegmentScan.of(folder, header));
    }
    SoundMap map = SoundMap.of(folder, header -> scans.get(header.number()).end(header));
    List<Span> sound = new ArrayList<>();
    map.pieces()
        .forEach(
            (first, piece) ->
                scans
                    .get(piece.header().number())
                    .spans()
                    .forEach(
                        span ->
                            Span.add(
                                sound, new Span(span.from(), Math.min(span.end(), piece.end())))));
    long frames = map.frames();
    return new Found(headers, scans, frames, Span.missing(sound, frames));
  }
}
