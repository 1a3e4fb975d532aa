package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of an MP4 file (ISO/IEC 14496-12).
 *
 * @param begin where its content begins
 * @param end where it ends, never behind what it lies in
 */
record Mp4Box(String type, long begin, long end) {
  private static final int HEAD_BYTES = 8;
  private static final int BOXES_MAX = 100_000;

  long length() {
    return end - begin;
  }

  /** The boxes inside, from some bytes on. */
  List<Mp4Box> inside(ByteSource in, int from) throws IOException {
    return between(in, begin + from, end);
  }

  /** The first one inside that has this path of types. */
  Optional<Mp4Box> find(ByteSource in, String... path) throws IOException {
    Optional<Mp4Box> at = Optional.of(this);
    for (String type : path) {
      at = first(at.get().inside(in, 0), type);
      if (at.isEmpty()) {
        return at;
      }
    }
    return at;
  }

  static Optional<Mp4Box> first(List<Mp4Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
  }

  /** The boxes between two places; the last one may be cut off. */
  static List<Mp4Box> between(ByteSource in, long begin, long end) throws IOException {
    List<Mp4Box> boxes = new ArrayList<>();
    long at = begin;
    while (at + HEAD_BYTES <= end) {
      in.seek(at);
      long length = in.u32();
      String type = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
      long content = at + HEAD_BYTES;
      if (length == 1 && in.left() >= Long.BYTES) {
        length = in.i64();
        content += Long.BYTES;
      } else if (length == 0) {
        length = end - at;
      }
      if (length < content - at || boxes.size() > BOXES_MAX) {
        throw new BadSoundException(DecodingTrouble.DAMAGED);
      }
      long until = length > end - at ? end : at + length;
      boxes.add(new Mp4Box(type, Math.min(content, until), until));
      at = until;
    }
    return boxes;
  }
}
