package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds how the sound of a track is coded: the AudioSpecificConfig deep in {@code stsd}. */
final class Mp4Config {
  private static final int ENTRY_BYTES = 28;
  private static final int CONFIG_MAX = 1024;
  private static final int AAC = 0x40;
  private static final int STREAM = 3;
  private static final int DECODER = 4;
  private static final int SPECIFIC = 5;

  private Mp4Config() {}

  /** The configuration of AAC; anything else is refused. */
  static byte[] of(ByteSource in, Mp4Box track) throws IOException {
    Mp4Box stsd =
        track
            .find(in, "mdia", "minf", "stbl", "stsd")
            .orElseThrow(() -> new BadSoundException(DecodingTrouble.DAMAGED));
    Mp4Box entry =
        Mp4Box.first(stsd.inside(in, 8), "mp4a")
            .orElseThrow(() -> new BadSoundException(DecodingTrouble.CODING));
    in.seek(entry.begin() + 8);
    // QuickTime's first version has four numbers more, and another box around.
    int more = in.read() << 8 | in.read();
    List<Mp4Box> boxes = entry.inside(in, ENTRY_BYTES + (more == 1 ? 16 : 0));
    Optional<Mp4Box> wave = Mp4Box.first(boxes, "wave");
    if (wave.isPresent()) {
      boxes = wave.get().inside(in, 0);
    }
    Mp4Box esds =
        Mp4Box.first(boxes, "esds")
            .orElseThrow(() -> new BadSoundException(DecodingTrouble.CODING));
    in.seek(esds.begin() + 4);
    return specific(in, esds.end());
  }

  /** Descriptors lie in each other; each has a tag and a length of 7 bits a byte. */
  private static byte[] specific(ByteSource in, long end) throws IOException {
    while (in.position() < end) {
      int tag = in.read();
      int length = 0;
      int next;
      do {
        next = in.read();
        length = length << 7 | (next & 0x7f);
      } while (next >= 0 && (next & 0x80) != 0 && in.position() < end);
      switch (tag) {
        case STREAM -> skipStream(in);
        case DECODER -> {
          if (in.read() != AAC) {
            throw new BadSoundException(DecodingTrouble.CODING);
          }
          in.bytes(12);
        }
        case SPECIFIC -> {
          return in.bytes(Math.clamp(length, 2, CONFIG_MAX));
        }
        default -> in.seek(in.position() + length);
      }
    }
    throw new BadSoundException(DecodingTrouble.DAMAGED);
  }

  private static void skipStream(ByteSource in) throws IOException {
    in.bytes(2);
    int flags = in.read();
    in.bytes((flags & 0x80) != 0 ? 2 : 0);
    in.bytes((flags & 0x40) != 0 ? in.read() : 0);
    in.bytes((flags & 0x20) != 0 ? 2 : 0);
  }
}
