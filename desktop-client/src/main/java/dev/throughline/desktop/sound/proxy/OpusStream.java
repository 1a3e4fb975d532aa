package dev.throughline.desktop.sound.proxy;

import dev.throughline.desktop.sound.ogg.OggWriter;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.io.OutputStream;

/** Packets of 20 ms, one channel, on pages of a second. */
final class OpusStream {
  static final int RATE = 48_000;

  private static final int FRAME = RATE / 50;
  private static final int FRAMES_A_PAGE = 50;
  private static final int BITS_A_SECOND = 32_000;

  /** Of 10. The steps above cost twice the time and could not be told apart by measuring. */
  private static final int COMPLEXITY = 5;

  private static final int PACKET_MAX = 1_275;

  /** Says "20 ms of one channel" and holds nothing. */
  private static final byte LOST = (byte) (31 << 3);

  /** Tells nothing; there is one stream in the file. */
  private static final int SERIAL = 0x54_4c_30_31;

  private final OpusEncoder encoder;
  private final OggWriter pages;
  private final int skip;
  private final short[] frame = new short[FRAME];
  private final byte[] packet = new byte[PACKET_MAX];
  private int filled;
  private long frames;

  OpusStream(OutputStream out, int rate) throws IOException {
    try {
      encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
    } catch (OpusException e) {
      throw new IllegalStateException("the codec knows one channel of 48 kHz", e);
    }
    encoder.setBitrate(BITS_A_SECOND);
    encoder.setComplexity(COMPLEXITY);
    skip = encoder.getLookahead();
    pages = new OggWriter(out, SERIAL);
    byte[] head = OpusHeads.head(1, skip, rate);
    pages.add(head, head.length, 0);
    pages.endPage();
    byte[] tags = OpusHeads.tags();
    pages.add(tags, tags.length, 0);
    pages.endPage();
  }

  void add(float[] samples, int length) throws IOException {
    for (int i = 0; i < length; i++) {
      int value = Math.round(samples[i]);
      frame[filled++] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
      if (filled == FRAME) {
        encode(Long.MAX_VALUE);
      }
    }
  }

  /** Ends after exactly so many samples; what the codec still holds is driven out by silence. */
  void end(long samples) throws IOException {
    long last = samples + skip;
    do {
      while (filled < FRAME) {
        frame[filled++] = 0;
      }
      encode(last);
    } while (frames * FRAME < last);
    pages.end();
  }

  private void encode(long last) throws IOException {
    // The page before the last must not hold what the end leaves out.
    if (frames > 0 && frames % FRAMES_A_PAGE == 0) {
      pages.endPage();
    }
    int length = encodeFrame();
    frames++;
    filled = 0;
    pages.add(packet, length, Math.min(frames * FRAME, last));
  }

  /** The codec is full of assertions; a frame it cannot stand is left for the decoder to guess. */
  private int encodeFrame() {
    for (int trial = 0; trial < 2; trial++) {
      try {
        return encoder.encode(frame, 0, FRAME, packet, 0, packet.length);
      } catch (OpusException | RuntimeException | AssertionError _) {
        encoder.resetState();
      }
    }
    packet[0] = LOST;
    return 1;
  }
}
