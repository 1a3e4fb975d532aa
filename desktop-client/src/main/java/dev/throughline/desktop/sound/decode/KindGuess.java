package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells what a file is by its first bytes. */
final class KindGuess {
  /** MPEG sound may begin late; nothing else may. */
  private static final int SEARCHED_BYTES = 64 << 10;

  /** Enough for three frames of MPEG sound, the longest of which has 8,191 bytes. */
  private static final int FOLLOWING_BYTES = 32 << 10;

  private static final int OGG_FIRST_PACKET = 28;

  private KindGuess() {}

  /** The kind; empty when it is none of ours. The source then stands where the sound begins. */
  static Optional<SoundKind> of(ByteSource in) throws IOException {
    return of(in, SoundTags.behind(in, 0));
  }

  private static Optional<SoundKind> of(ByteSource in, long begin) throws IOException {
    in.seek(begin);
    byte[] head = in.readNBytes((int) Math.min(SEARCHED_BYTES, in.left()));
    in.seek(begin);
    if (isRiff(head) && is(head, 8, "WAVE")) {
      return Optional.of(SoundKind.WAV);
    }
    if (is(head, 0, "fLaC")) {
      return Optional.of(SoundKind.FLAC);
    }
    if (is(head, 0, "OggS")) {
      return ogg(head);
    }
    if (is(head, 4, "ftyp")) {
      return Optional.of(SoundKind.M4A);
    }
    return mpeg(in, head, begin);
  }

  /**
   * The kind of the sound that begins here and nowhere later, behind tags; empty when none does. If
   * it is not empty, the source then stands where it begins.
   */
  static Optional<SoundKind> following(ByteSource in) throws IOException {
    long begin = SoundTags.behindZeros(in, in.position());
    in.seek(begin);
    byte[] head = in.readNBytes((int) Math.min(FOLLOWING_BYTES, in.left()));
    in.seek(begin);
    boolean isMpeg = MpegHead.isChain(head, 0) || AdtsHead.isChain(head, 0);
    boolean isOther = isRiff(head) || is(head, 0, "fLaC") || is(head, 0, "OggS");
    return isMpeg || isOther ? of(in, begin) : Optional.empty();
  }

  private static Optional<SoundKind> ogg(byte[] head) throws BadSoundException {
    if (is(head, OGG_FIRST_PACKET, "OpusHead")) {
      return Optional.of(SoundKind.OPUS);
    }
    if (is(head, OGG_FIRST_PACKET, "\u0001vorbis")) {
      return Optional.of(SoundKind.VORBIS);
    }
    throw new BadSoundException(DecodingTrouble.CODING);
  }

  private static Optional<SoundKind> mpeg(ByteSource in, byte[] head, long begin)
      throws IOException {
    for (int at = 0; at + MpegHead.BYTES <= head.length; at++) {
      if (AdtsHead.isChain(head, at)) {
        in.seek(begin + at);
        return Optional.of(SoundKind.AAC);
      }
      if (MpegHead.isChain(head, at)) {
        in.seek(begin + at);
        return Optional.of(SoundKind.MP3);
      }
    }
    return Optional.empty();
  }

  /** Whether a WAV file may begin like that, in its usual or in a long form. */
  static boolean isRiff(byte[] head) {
    return is(head, 0, "RIFF") || is(head, 0, "RF64") || is(head, 0, "BW64");
  }

  static boolean is(byte[] bytes, int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    if (at + wanted.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
