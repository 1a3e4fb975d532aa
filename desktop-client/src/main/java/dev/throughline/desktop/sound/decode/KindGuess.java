package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells what a file is by its first bytes. */
final class KindGuess {
  /** MPEG sound may begin late; nothing else may. */
  private static final int SEARCHED_BYTES = 64 << 10;

  private static final int TAG_HEAD = 10;
  private static final int OGG_FIRST_PACKET = 28;

  private KindGuess() {}

  /** The kind; empty when it is none of ours. The source then stands where the sound begins. */
  static Optional<SoundKind> of(ByteSource in) throws IOException {
    long begin = behindTags(in);
    in.seek(begin);
    byte[] head = in.readNBytes((int) Math.min(SEARCHED_BYTES, in.left()));
    in.seek(begin);
    if ((is(head, 0, "RIFF") || is(head, 0, "RF64") || is(head, 0, "BW64"))
        && is(head, 8, "WAVE")) {
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

  /** Tags of the form ID3v2 may stand before any kind; their length has 7 bits a byte. */
  private static long behindTags(ByteSource in) throws IOException {
    long at = 0;
    while (true) {
      in.seek(at);
      byte[] head = in.readNBytes(TAG_HEAD);
      if (head.length < TAG_HEAD || !is(head, 0, "ID3")) {
        return at;
      }
      int length = 0;
      for (int i = 6; i < TAG_HEAD; i++) {
        length = length << 7 | (head[i] & 0x7f);
      }
      boolean hasFoot = (head[5] & 0x10) != 0;
      at += TAG_HEAD + length + (hasFoot ? TAG_HEAD : 0);
    }
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
