package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.Arrays;

/** Where the frames of a track lie: chunks of frames, each frame with a size (14496-12, 8.7). */
final class Mp4Frames {
  /** Two days at the shortest frames there are. */
  private static final int FRAMES_MAX = 1 << 23;

  /** Takes one frame. */
  interface Taking {
    void take(byte[] frame) throws IOException;
  }

  private final ByteSource in;
  private final int[] sizes;
  private final long[] chunks;
  private final int[] firstChunks;
  private final int[] framesPerChunk;

  Mp4Frames(ByteSource in, Mp4Box track) throws IOException {
    this.in = in;
    Mp4Box table = find(track, "mdia", "minf", "stbl");
    sizes = sizes(find(table, "stsz"));
    chunks = chunks(table);
    Mp4Box runs = find(table, "stsc");
    in.seek(runs.begin() + 4);
    int count = count(runs, in.u32(), 12);
    firstChunks = new int[count];
    framesPerChunk = new int[count];
    for (int i = 0; i < count; i++) {
      firstChunks[i] = (int) in.u32() - 1;
      framesPerChunk[i] = (int) in.u32();
      in.u32();
    }
  }

  /** Hands them on in their order; false when the file ends before they do. */
  boolean each(Taking taking) throws IOException {
    int frame = 0;
    int run = 0;
    for (int chunk = 0; chunk < chunks.length && frame < sizes.length; chunk++) {
      while (run + 1 < firstChunks.length && firstChunks[run + 1] <= chunk) {
        run++;
      }
      int inChunk = framesPerChunk.length == 0 ? 0 : framesPerChunk[run];
      in.seek(chunks[chunk]);
      for (int i = 0; i < inChunk && frame < sizes.length; i++) {
        int size = sizes[frame++];
        if (size < 0 || size > in.left()) {
          return false;
        }
        taking.take(in.bytes(size));
      }
    }
    return frame == sizes.length;
  }

  private int[] sizes(Mp4Box box) throws IOException {
    in.seek(box.begin() + 4);
    long one = in.u32();
    long said = in.u32();
    if (one > 0) {
      // All alike; then the number is not bounded by the box, only by what the file can hold.
      long most = Math.min(said, in.size() / one);
      int[] alike = new int[(int) Math.min(most, FRAMES_MAX)];
      Arrays.fill(alike, (int) one);
      return alike;
    }
    int[] each = new int[count(box, said, 4)];
    for (int i = 0; i < each.length; i++) {
      each[i] = (int) in.u32();
    }
    return each;
  }

  private long[] chunks(Mp4Box table) throws IOException {
    boolean isLong = table.find(in, "co64").isPresent();
    Mp4Box box = find(table, isLong ? "co64" : "stco");
    in.seek(box.begin() + 4);
    long[] offsets = new long[count(box, in.u32(), isLong ? 8 : 4)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = isLong ? in.i64() : in.u32();
    }
    return offsets;
  }

  /** No more entries than the box has room for. */
  private static int count(Mp4Box box, long said, int entryBytes) throws BadSoundException {
    long count = Math.min(said, box.length() / entryBytes);
    if (count > FRAMES_MAX) {
      throw new BadSoundException(DecodingTrouble.TOO_LONG);
    }
    return (int) count;
  }

  private Mp4Box find(Mp4Box box, String... path) throws IOException {
    return box.find(in, path).orElseThrow(() -> new BadSoundException(DecodingTrouble.DAMAGED));
  }
}
