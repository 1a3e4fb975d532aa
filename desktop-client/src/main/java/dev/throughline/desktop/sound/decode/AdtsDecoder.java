package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** AAC as a bare stream. */
final class AdtsDecoder implements SoundDecoder {
  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    byte[] head = in.readNBytes(AdtsHead.BYTES);
    AdtsHead first =
        AdtsHead.at(head, 0).orElseThrow(() -> new BadSoundException(DecodingTrouble.DAMAGED));
    AacFrames frames = new AacFrames(first.config(), Mp4Edit.NONE, out);
    Optional<AdtsHead> next = Optional.of(first);
    long end = in.position() - AdtsHead.BYTES;
    while (next.filter(first::isLike).isPresent()) {
      int length = next.get().bytes() - AdtsHead.BYTES;
      if (length > in.left()) {
        return Optional.of(DecodingTrouble.CUT);
      }
      byte[] rest = in.bytes(length);
      int from = next.get().dataAt() - AdtsHead.BYTES;
      frames.take(Arrays.copyOfRange(rest, from, rest.length));
      end = in.position();
      head = in.readNBytes(AdtsHead.BYTES);
      next = AdtsHead.at(head, 0);
    }
    in.seek(end);
    // Tags may follow, or another sound; anything else is a frame whose head was hurt.
    boolean isEnd =
        head.length < AdtsHead.BYTES
            || KindGuess.is(head, 0, "TAG")
            || KindGuess.following(in).isPresent();
    in.seek(end);
    return isEnd && !frames.isDamaged() ? Optional.empty() : Optional.of(DecodingTrouble.DAMAGED);
  }
}
