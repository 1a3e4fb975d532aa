package dev.throughline.desktop.sound.decode;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import java.util.Optional;

/** Vorbis in Ogg ("Vorbis I specification", appendix A). */
final class VorbisFileDecoder implements SoundDecoder {
  private static final int HEADS = 3;

  private final Info info = new Info();
  private final DspState state = new DspState();
  private final Block block = new Block(state);
  private int[] index = new int[0];

  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    OggReader packets = new OggReader(in);
    readHeads(packets);
    out.begin(info.rate, info.channels);
    state.synthesis_init(info);
    block.init(state);
    index = new int[info.channels];
    boolean isDamaged = false;
    for (var next = packets.next(); next.isPresent(); next = packets.next()) {
      OggPacket packet = next.get();
      if (packet.endsStream() && packet.granule() >= 0) {
        out.atMost(packet.granule());
      }
      isDamaged |= !take(packet, out);
    }
    return isDamaged ? Optional.of(DecodingTrouble.DAMAGED) : packets.trouble();
  }

  private void readHeads(OggReader packets) throws IOException {
    info.init();
    Comment comment = new Comment();
    comment.init();
    for (int i = 0; i < HEADS; i++) {
      Optional<OggPacket> packet = packets.next();
      if (packet.isEmpty() || info.synthesis_headerin(comment, of(packet.get(), i == 0)) < 0) {
        throw new BadSoundException(DecodingTrouble.DAMAGED);
      }
    }
  }

  private boolean take(OggPacket packet, SampleWriter out) throws IOException {
    if (block.synthesis(of(packet, false)) != 0) {
      return false;
    }
    state.synthesis_blockin(block);
    float[][][] pcm = new float[1][][];
    int frames = state.synthesis_pcmout(pcm, index);
    while (frames > 0) {
      for (int frame = 0; frame < frames; frame++) {
        for (int channel = 0; channel < index.length; channel++) {
          out.sample(pcm[0][channel][index[channel] + frame]);
        }
      }
      state.synthesis_read(frames);
      frames = state.synthesis_pcmout(pcm, index);
    }
    return true;
  }

  private static Packet of(OggPacket packet, boolean isFirst) {
    Packet bits = new Packet();
    bits.packet_base = packet.data();
    bits.bytes = packet.data().length;
    bits.b_o_s = isFirst ? 1 : 0;
    bits.e_o_s = packet.endsStream() ? 1 : 0;
    bits.granulepos = packet.endsPage() ? packet.granule() : -1;
    return bits;
  }
}
