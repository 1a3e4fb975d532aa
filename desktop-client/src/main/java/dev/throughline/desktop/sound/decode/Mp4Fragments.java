package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The frames of a track in a file that was written piece by piece (14496-12, 8.8). */
final class Mp4Fragments {
  private static final int BASE = 0x1;
  private static final int DESCRIPTION = 0x2;
  private static final int DURATION = 0x8;
  private static final int SIZE = 0x10;
  private static final int RUN_OFFSET = 0x1;
  private static final int RUN_FIRST_FLAGS = 0x4;
  private static final int RUN_DURATION = 0x100;
  private static final int RUN_SIZE = 0x200;
  private static final int RUN_FLAGS = 0x400;
  private static final int RUN_TIME = 0x800;

  private final ByteSource in;
  private final long id;
  private final long usualSize;
  private long base;
  private long size;

  Mp4Fragments(ByteSource in, Mp4Box movie, Mp4Box track) throws IOException {
    this.in = in;
    Mp4Box head =
        track.find(in, "tkhd").orElseThrow(() -> new BadSoundException(DecodingTrouble.DAMAGED));
    in.seek(head.begin());
    boolean isLong = in.u32() >>> 24 == 1;
    in.bytes(isLong ? 16 : 8);
    id = in.u32();
    usualSize = usualSize(movie);
  }

  /** Hands them on in their order; false when the file ends before they do. */
  boolean each(List<Mp4Box> boxes, Mp4Frames.Taking taking) throws IOException {
    for (Mp4Box piece : boxes) {
      if (piece.type().equals("moof")) {
        // The box's own head has 8 bytes; offsets count from there.
        for (Mp4Box part : piece.inside(in, 0)) {
          if (part.type().equals("traf") && !takePart(piece.begin() - 8, part, taking)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private long usualSize(Mp4Box movie) throws IOException {
    Optional<Mp4Box> usual = movie.find(in, "mvex");
    if (usual.isEmpty()) {
      return 0;
    }
    for (Mp4Box track : usual.get().inside(in, 0)) {
      if (track.type().equals("trex") && track.length() >= 20) {
        in.seek(track.begin() + 4);
        boolean isOurs = in.u32() == id;
        in.bytes(8);
        long said = in.u32();
        if (isOurs) {
          return said;
        }
      }
    }
    return 0;
  }

  private boolean takePart(long piece, Mp4Box part, Mp4Frames.Taking taking) throws IOException {
    if (!readHead(piece, part)) {
      return true;
    }
    for (Mp4Box run : part.inside(in, 0)) {
      if (run.type().equals("trun") && !takeRun(run, taking)) {
        return false;
      }
    }
    return true;
  }

  /** False when the part is of another track. */
  private boolean readHead(long piece, Mp4Box part) throws IOException {
    Optional<Mp4Box> head = part.find(in, "tfhd");
    if (head.isEmpty()) {
      return false;
    }
    in.seek(head.get().begin());
    long flags = in.u32();
    boolean isOurs = in.u32() == id;
    base = (flags & BASE) != 0 ? in.i64() : piece;
    in.bytes(((flags & DESCRIPTION) != 0 ? 4 : 0) + ((flags & DURATION) != 0 ? 4 : 0));
    size = (flags & SIZE) != 0 ? in.u32() : usualSize;
    return isOurs;
  }

  private boolean takeRun(Mp4Box run, Mp4Frames.Taking taking) throws IOException {
    in.seek(run.begin());
    long flags = in.u32();
    long count = in.u32();
    long data = base + ((flags & RUN_OFFSET) != 0 ? (int) in.u32() : 0);
    in.bytes((flags & RUN_FIRST_FLAGS) != 0 ? 4 : 0);
    long entry = in.position();
    int before = (flags & RUN_DURATION) != 0 ? 4 : 0;
    boolean hasSize = (flags & RUN_SIZE) != 0;
    int behind = ((flags & RUN_FLAGS) != 0 ? 4 : 0) + ((flags & RUN_TIME) != 0 ? 4 : 0);
    int entryBytes = before + (hasSize ? 4 : 0) + behind;
    for (long i = 0; i < count; i++) {
      in.seek(entry + i * entryBytes + before);
      if (in.position() + (hasSize ? 4 : 0) > run.end()) {
        throw new BadSoundException(DecodingTrouble.DAMAGED);
      }
      long length = hasSize ? in.u32() : size;
      in.seek(data);
      if (length <= 0 || length > in.left()) {
        return false;
      }
      taking.take(in.bytes((int) length));
      data += length;
    }
    base = data;
    return true;
  }
}
