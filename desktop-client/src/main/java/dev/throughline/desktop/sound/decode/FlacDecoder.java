package dev.throughline.desktop.sound.decode;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * FLAC (RFC 9639). A frame whose check sum is wrong becomes silence of its length, so that what
 * follows stays at its time.
 */
final class FlacDecoder implements SoundDecoder {
  private static final int INFO_BYTES = 34;
  private static final int FLAC = 0x664c_6143;
  private static final int SIZE_MAX = 65_536;

  /** No frames are missed for longer; a number that says so is itself wrong. */
  private static final int GAP_SECONDS_MAX = 600;

  private int rate;
  private int channels;
  private int bits;
  private int usualSize;
  private long total;
  private FlacSum sum = new FlacSum(new byte[16], 8);
  private long[][] samples = new long[0][];
  private long done;
  private boolean isDamaged;
  private boolean isCut;

  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    readInfo(in);
    out.begin(rate, channels);
    samples = new long[channels][SIZE_MAX];
    FlacBits frame = new FlacBits(in);
    while (goesOn(in)) {
      long begin = in.position();
      try {
        FlacHead head = read(frame);
        fillGap(head, out);
        write(head, out);
      } catch (EOFException _) {
        isCut = true;
        in.seek(begin + 1);
      } catch (BadSoundException _) {
        // In a frame that is cut off nothing is a head, whatever it looks like.
        isDamaged |= !isCut;
        in.seek(begin + 1);
      }
      if (total == 0 || done < total) {
        seekSync(in);
      }
    }
    if (!isDamaged && (isCut || done < total)) {
      return Optional.of(DecodingTrouble.CUT);
    }
    return isDamaged || !sum.isRight() ? Optional.of(DecodingTrouble.DAMAGED) : Optional.empty();
  }

  /** Also behind the length that was said: a head may lie, a frame does not come by chance. */
  private boolean goesOn(ByteSource in) throws IOException {
    byte[] next = in.readNBytes(4);
    in.seek(in.position() - next.length);
    boolean isFrame = next.length > 1 && (next[0] & 0xff) == 0xff && (next[1] & 0xfe) == 0xf8;
    boolean isMissing = total == 0 || done < total;
    return next.length > 0 && !KindGuess.is(next, 0, "fLaC") && (isMissing || isFrame);
  }

  private void readInfo(ByteSource in) throws IOException {
    in.bytes(4);
    boolean isLast = false;
    while (!isLast) {
      int head = in.read();
      int length = in.u24();
      isLast = (head & 0x80) != 0;
      long end = in.position() + length;
      if ((head & 0x7f) == 0 && length >= INFO_BYTES && rate == 0) {
        in.bytes(2);
        usualSize = in.read() << 8 | in.read();
        in.bytes(6);
        long packed = in.i64();
        rate = (int) (packed >>> 44);
        channels = (int) (packed >>> 41 & 7) + 1;
        bits = (int) (packed >>> 36 & 31) + 1;
        total = packed & 0xf_ffff_ffffL;
        sum = new FlacSum(in.bytes(16), bits);
      }
      if (head < 0 || end > in.size()) {
        throw new BadSoundException(DecodingTrouble.CUT);
      }
      in.seek(end);
    }
    if (rate == 0 || bits < 4) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
  }

  private FlacHead read(FlacBits in) throws IOException {
    in.beginFrame();
    FlacHead head = FlacHead.read(in);
    int width = head.bits() == 0 ? bits : head.bits();
    if (head.channels() != channels || width != bits) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    for (int channel = 0; channel < channels; channel++) {
      boolean isSide =
          channel == 0
              ? head.assignment() == 9
              : channel == 1 && (head.assignment() == 8 || head.assignment() == 10);
      FlacChannel.read(in, samples[channel], head.size(), isSide ? bits + 1 : bits);
    }
    in.align();
    int crc = in.crc16();
    if (in.number(16) != crc) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    return head;
  }

  /** Keeps the time when frames before this one are missing. */
  private void fillGap(FlacHead head, SampleWriter out) throws IOException {
    long missing = head.begin(usualSize) - done;
    if (!isDamaged || missing <= 0 || missing > (long) GAP_SECONDS_MAX * rate) {
      return;
    }
    for (long i = 0; i < missing * channels; i++) {
      out.sample(0);
    }
    done += missing;
  }

  private void write(FlacHead head, SampleWriter out) throws IOException {
    together(head);
    int shift = bits - Short.SIZE;
    long half = shift > 0 ? 1L << (shift - 1) : 0;
    for (int i = 0; i < head.size(); i++) {
      for (long[] channel : samples) {
        sum.add(channel[i]);
        long value = shift > 0 ? (channel[i] + half) >> shift : channel[i] << -shift;
        out.sample(Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE));
      }
    }
    done += head.size();
  }

  /** Two channels may stand as one and a difference. */
  private void together(FlacHead head) {
    for (int i = 0; head.assignment() >= 8 && i < head.size(); i++) {
      long first = samples[0][i];
      long second = samples[1][i];
      switch (head.assignment()) {
        case 8 -> samples[1][i] = first - second;
        case 9 -> samples[0][i] = first + second;
        default -> {
          long middle = first << 1 | (second & 1);
          samples[0][i] = (middle + second) >> 1;
          samples[1][i] = (middle - second) >> 1;
        }
      }
    }
  }

  /**
   * Goes to where the next frame may begin, or another sound; after a sound frame that is right
   * here.
   */
  private static void seekSync(ByteSource in) throws IOException {
    int last = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      last = last << 8 | next;
      if ((last & 0xfffe) == 0xfff8) {
        in.seek(in.position() - 2);
        return;
      }
      if (last == FLAC) {
        in.seek(in.position() - 4);
        return;
      }
    }
  }
}
