package dev.throughline.desktop.sound.decode;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMSDecoder;
import io.github.jaredmdobson.concentus.OpusPacketInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Opus in Ogg (RFC 7845), always as 48,000 samples a second. */
final class OpusFileDecoder implements SoundDecoder {
  private static final int RATE = 48_000;

  /** A packet holds at most 120 ms. */
  private static final int PACKET_FRAMES_MAX = RATE * 120 / 1000;

  private static final int HEAD_BYTES = 19;

  /** One stream of one or two channels, or several that are put together. */
  private interface Codec {
    int decode(byte[] packet, short[] into) throws OpusException;
  }

  private final short[] samples = new short[PACKET_FRAMES_MAX * 8];
  private int channels;
  private long decoded;
  private long before = -1;

  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    OggReader packets = new OggReader(in);
    byte[] head = packets.next().map(OggPacket::data).orElse(new byte[0]);
    Codec codec = codec(head);
    int skip = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(10) & 0xffff;
    if (packets.next().filter(packet -> packet.begins("OpusTags")).isEmpty()) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    out.begin(RATE, channels);
    out.skip(skip);
    boolean isDamaged = false;
    for (var next = packets.next(); next.isPresent(); next = packets.next()) {
      OggPacket packet = next.get();
      if (packet.endsStream()) {
        out.atMost(Math.max(0, packet.granule() - Math.max(before, 0) - skip));
      }
      isDamaged |= !take(codec, packet, out);
    }
    return isDamaged ? Optional.of(DecodingTrouble.DAMAGED) : packets.trouble();
  }

  /** False when the packet could not be decoded and became silence. */
  private boolean take(Codec codec, OggPacket packet, SampleWriter out) throws IOException {
    int frames;
    boolean isSound = true;
    try {
      frames = codec.decode(packet.data(), samples);
    } catch (OpusException | RuntimeException | AssertionError _) {
      // The codec is full of assertions; it goes on with the next packet as after one lost.
      isSound = false;
      frames = length(packet.data());
      Arrays.fill(samples, (short) 0);
    }
    for (int i = 0; i < frames * channels; i++) {
      out.sample(samples[i]);
    }
    decoded += frames;
    if (before < 0 && packet.endsPage()) {
      // A stream may be the later part of a longer one.
      before = packet.endsStream() ? 0 : Math.max(0, packet.granule() - decoded);
    }
    return isSound;
  }

  /** How many samples a channel a packet says it has; 0 when it cannot have any. */
  private static int length(byte[] packet) {
    try {
      int frames =
          packet.length == 0 ? 0 : OpusPacketInfo.getNumSamples(packet, 0, packet.length, RATE);
      return Math.clamp(frames, 0, PACKET_FRAMES_MAX);
    } catch (RuntimeException _) {
      return 0;
    }
  }

  private Codec codec(byte[] head) throws BadSoundException {
    if (head.length < HEAD_BYTES || !KindGuess.is(head, 0, "OpusHead") || (head[8] & 0xf0) != 0) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    channels = head[9] & 0xff;
    int gain = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(16);
    int family = head[18];
    try {
      if (family == 0 && (channels == 1 || channels == 2)) {
        OpusDecoder decoder = new OpusDecoder(RATE, channels);
        decoder.setGain(gain);
        return (packet, into) ->
            decoder.decode(packet, 0, packet.length, into, 0, PACKET_FRAMES_MAX, false);
      }
      return several(head, gain);
    } catch (OpusException | RuntimeException _) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
  }

  private Codec several(byte[] head, int gain) throws OpusException, BadSoundException {
    if (head[18] != 1 || channels < 1 || channels > 8 || head.length < HEAD_BYTES + 2 + channels) {
      throw new BadSoundException(DecodingTrouble.CODING);
    }
    short[] mapping = new short[channels];
    for (int i = 0; i < channels; i++) {
      mapping[i] = (short) (head[HEAD_BYTES + 2 + i] & 0xff);
    }
    OpusMSDecoder decoder =
        OpusMSDecoder.create(RATE, channels, head[HEAD_BYTES], head[HEAD_BYTES + 1], mapping);
    decoder.setGain(gain);
    return (packet, into) ->
        decoder.decodeMultistream(packet, 0, packet.length, into, 0, PACKET_FRAMES_MAX, 0);
  }
}
