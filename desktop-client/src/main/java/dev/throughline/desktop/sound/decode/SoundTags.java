package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Titles and names that stand before or behind a sound, of whatever kind: ID3v2, ID3v1, APEv2. */
final class SoundTags {
  private static final int ID3_HEAD = 10;
  private static final int ID3_OLD = 128;
  private static final int APE_HEAD = 32;

  private SoundTags() {}

  /** Where the next thing begins that is no tag. */
  static long behind(ByteSource in, long from) throws IOException {
    long at = from;
    long length = length(in, at);
    while (length > 0) {
      at += length;
      length = length(in, at);
    }
    return at;
  }

  /** Where the next thing begins that is neither a tag nor the zeros tags are filled up with. */
  static long behindZeros(ByteSource in, long from) throws IOException {
    long at = from;
    for (long next = behind(in, at); next > at; next = behind(in, at)) {
      at = next;
      in.seek(at);
      while (in.read() == 0) {
        at++;
      }
    }
    return at;
  }

  /** How long a tag is that begins here; 0 when none does. */
  private static long length(ByteSource in, long at) throws IOException {
    in.seek(at);
    byte[] head = in.readNBytes(APE_HEAD);
    if (head.length >= ID3_HEAD && KindGuess.is(head, 0, "ID3")) {
      return id3(head);
    }
    if (KindGuess.is(head, 0, "TAG")) {
      return ID3_OLD;
    }
    if (head.length == APE_HEAD && KindGuess.is(head, 0, "APETAGEX")) {
      return ape(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
    }
    return 0;
  }

  /** The length has 7 bits a byte. */
  private static long id3(byte[] head) {
    int length = 0;
    for (int i = 6; i < ID3_HEAD; i++) {
      length = length << 7 | (head[i] & 0x7f);
    }
    boolean hasFoot = (head[5] & 0x10) != 0;
    return (long) ID3_HEAD + length + (hasFoot ? ID3_HEAD : 0);
  }

  /**
   * The length counts the foot and not the head; a foot without a head before it is only passed.
   */
  private static long ape(ByteBuffer head) {
    boolean isHead = (head.getInt(20) & 1 << 29) != 0;
    return isHead ? APE_HEAD + (head.getInt(12) & 0xffff_ffffL) : APE_HEAD;
  }
}
