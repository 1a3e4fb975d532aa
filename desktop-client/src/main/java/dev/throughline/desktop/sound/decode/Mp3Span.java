package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.Optional;

/**
 * One of the sounds in a file of MPEG sound: it ends with the file, before a tag, before a frame of
 * another form or before a frame of lengths.
 *
 * @param end where it ends, in bytes of the file
 * @param frames how many there are, that of the lengths among them
 * @param hasOther whether there is something between its frames that is none
 */
record Mp3Span(long end, long frames, boolean hasOther) {
  private static final int WINDOW = 8192;

  /** Looks at every frame from here on; the source stands anywhere then. */
  static Mp3Span of(ByteSource in, MpegHead first) throws IOException {
    long at = in.position();
    long end = beforeTag(in, at);
    long last = at;
    long frames = 0;
    boolean isOther = false;
    boolean hasOther = false;
    while (at < end) {
      byte[] next = window(in, at, MpegHead.BYTES + MpegHead.LENGTHS_BEHIND_MAX);
      Optional<MpegHead> head = MpegHead.at(next, 0);
      boolean isLike = head.filter(first::isLike).isPresent();
      boolean mayEnd = isLike ? frames > 0 && head.get().hasLengths(next, 0) : head.isPresent();
      boolean isEnd = mayEnd && MpegHead.isChain(window(in, at, WINDOW), 0);
      if (isEnd || SoundTags.behind(in, at) > at) {
        return new Mp3Span(at, frames, hasOther);
      }
      // Programs fill up with zeros, and anything may stand at the end.
      hasOther |= isLike && isOther;
      isOther = !isLike && (isOther || next[0] != 0);
      frames += isLike ? 1 : 0;
      at += isLike ? head.get().bytes() : 1;
      last = isLike ? at : last;
    }
    return new Mp3Span(Math.min(last, end), frames, hasOther);
  }

  /** A tag of 128 bytes that may stand at the end can look like a frame. */
  private static long beforeTag(ByteSource in, long begin) throws IOException {
    long at = in.size() - 128;
    return at > begin && KindGuess.is(window(in, at, 3), 0, "TAG") ? at : in.size();
  }

  private static byte[] window(ByteSource in, long at, int bytes) throws IOException {
    in.seek(at);
    return in.readNBytes((int) Math.min(bytes, in.left()));
  }
}
