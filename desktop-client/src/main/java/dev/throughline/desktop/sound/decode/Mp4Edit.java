package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.Optional;

/**
 * Which part of a track is to be heard: encoders add some silence in front and behind.
 *
 * @param begin where it begins, in units of {@code scale} a second
 * @param length of it, in units of {@code lengthScale} a second; 0 up to the end
 */
record Mp4Edit(long begin, long scale, long length, long lengthScale) {
  /** Everything is to be heard. */
  static final Mp4Edit NONE = new Mp4Edit(0, 1, 0, 1);

  /** The first edit of a track that shows something. */
  static Mp4Edit of(ByteSource in, Mp4Box track, long scale, long movieScale) throws IOException {
    Optional<Mp4Box> list = track.find(in, "edts", "elst");
    if (list.isEmpty() || list.get().length() < 8 || scale <= 0 || movieScale <= 0) {
      return NONE;
    }
    in.seek(list.get().begin());
    boolean isLong = in.u32() >>> 24 == 1;
    long count = Math.min(in.u32(), list.get().length() / 12);
    for (long i = 0; i < count; i++) {
      long length = isLong ? in.i64() : in.u32();
      long begin = isLong ? in.i64() : (int) in.u32();
      in.u32();
      if (begin >= 0) {
        return new Mp4Edit(begin, scale, Math.max(0, length), movieScale);
      }
    }
    return NONE;
  }

  void trim(SampleWriter out, int rate) {
    out.skip(at(begin, scale, rate));
    if (length > 0) {
      out.atMost(at(length, lengthScale, rate));
    }
  }

  private static long at(long units, long scale, int rate) {
    return Math.round((double) units * rate / scale);
  }
}
