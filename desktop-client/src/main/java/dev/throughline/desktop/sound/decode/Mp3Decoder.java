package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/**
 * MPEG sound, layers II and III; with the lengths that LAME leaves in a first, silent frame. Such a
 * frame later on begins another sound.
 */
final class Mp3Decoder implements SoundDecoder {
  /** What a decoder of layer III is late by, in samples. */
  private static final int OWN_DELAY = 529;

  /** Of the two numbers of 12 bits, behind the fields; before it stands what made the file. */
  private static final int DELAY_AT = 21;

  private static final int LENGTHS_BYTES = 160;
  private static final int BAD_FRAMES_MAX = 1000;
  private static final int HAS_FRAMES = 1;
  private static final int HAS_PLACES = 4;

  private long framesSaid = -1;
  private long framesHad;
  private boolean isDamaged;

  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    long begin = in.position();
    byte[] first = in.readNBytes((int) Math.min(8192, in.left()));
    MpegHead head =
        MpegHead.at(first, 0).orElseThrow(() -> new BadSoundException(DecodingTrouble.DAMAGED));
    in.seek(begin);
    Mp3Span span = Mp3Span.of(in, head);
    isDamaged = span.hasOther();
    in.seek(begin + readLengths(first, head, span, out));
    Bitstream frames = new Bitstream(new Bounded(in, span.end()));
    try {
      decode(frames, out);
    } catch (BitstreamException _) {
      isDamaged = true;
    }
    in.seek(span.end());
    if (isDamaged) {
      return Optional.of(DecodingTrouble.DAMAGED);
    }
    return framesHad < framesSaid ? Optional.of(DecodingTrouble.CUT) : Optional.empty();
  }

  private void decode(Bitstream frames, SampleWriter out) throws IOException, BitstreamException {
    Decoder decoder = new Decoder();
    int bad = 0;
    for (Header next = frames.readFrame(); next != null; next = frames.readFrame()) {
      try {
        SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(next, frames);
        out.begin(samples.getSampleFrequency(), samples.getChannelCount());
        for (int i = 0; i < samples.getBufferLength(); i++) {
          out.sample(samples.getBuffer()[i]);
        }
        framesHad++;
      } catch (DecoderException | RuntimeException _) {
        isDamaged = true;
        if (++bad > BAD_FRAMES_MAX) {
          throw new BadSoundException(DecodingTrouble.DAMAGED);
        }
      } finally {
        frames.closeFrame();
      }
    }
  }

  /**
   * Reads the frame of lengths (Xing and LAME), if the file begins with one.
   *
   * @return how many bytes it has; 0 when there is none
   */
  private int readLengths(byte[] first, MpegHead head, Mp3Span span, SampleWriter out) {
    int at = head.lengthsAt();
    if (!head.hasLengths(first, 0) || at + LENGTHS_BYTES > first.length) {
      return 0;
    }
    ByteBuffer lengths = ByteBuffer.wrap(first);
    int has = lengths.getInt(at + 4);
    if ((has & HAS_FRAMES) != 0) {
      framesSaid = lengths.getInt(at + 8);
    }
    int fields = 4 * (Integer.bitCount(has & 0b1011)) + ((has & HAS_PLACES) != 0 ? 100 : 0);
    int bits = lengths.getInt(at + 8 + fields + DELAY_AT - 1) & 0xff_ffff;
    int delay = bits >> 12;
    int padding = bits & 0xfff;
    if (delay > 0) {
      out.skip(delay + OWN_DELAY);
    }
    // What stands behind so many frames was put on without lengths of its own.
    if (delay > 0 && framesSaid > 0 && span.frames() <= framesSaid + 1) {
      out.atMost(Math.max(0, framesSaid * head.samples() - delay - padding));
    }
    return head.bytes();
  }

  /** Ends before the file does. */
  private static final class Bounded extends InputStream {
    private final ByteSource in;
    private final long end;

    Bounded(ByteSource in, long end) {
      this.in = in;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      return in.position() < end ? in.read() : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      long left = end - in.position();
      return left <= 0 ? -1 : in.read(into, offset, (int) Math.min(length, left));
    }
  }
}
