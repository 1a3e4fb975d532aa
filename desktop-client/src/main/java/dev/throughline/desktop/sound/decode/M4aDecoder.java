package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The first track of sound in an MP4 file, when it is AAC. */
final class M4aDecoder implements SoundDecoder {
  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    List<Mp4Box> boxes = Mp4Box.between(in, in.position(), in.size());
    // It is written last; a phone that died never came to it.
    Mp4Box movie =
        Mp4Box.first(boxes, "moov").orElseThrow(() -> new BadSoundException(DecodingTrouble.CUT));
    for (Mp4Box track : movie.inside(in, 0)) {
      if (track.type().equals("trak") && isSound(in, track)) {
        Optional<DecodingTrouble> trouble = decode(in, boxes, movie, track, out);
        in.seek(in.size());
        return trouble;
      }
    }
    throw new BadSoundException(DecodingTrouble.CODING);
  }

  private static Optional<DecodingTrouble> decode(
      ByteSource in, List<Mp4Box> boxes, Mp4Box movie, Mp4Box track, SampleWriter out)
      throws IOException {
    long scale = scale(in, track.find(in, "mdia", "mdhd"));
    long movieScale = scale(in, movie.find(in, "mvhd"));
    Mp4Edit edit = Mp4Edit.of(in, track, scale, movieScale);
    AacFrames frames = new AacFrames(Mp4Config.of(in, track), edit, out);
    boolean isWhole =
        Mp4Box.first(boxes, "moof").isPresent()
            ? new Mp4Fragments(in, movie, track).each(boxes, frames::take)
            : new Mp4Frames(in, track).each(frames::take);
    if (frames.isDamaged()) {
      return Optional.of(DecodingTrouble.DAMAGED);
    }
    return isWhole ? Optional.empty() : Optional.of(DecodingTrouble.CUT);
  }

  private static boolean isSound(ByteSource in, Mp4Box track) throws IOException {
    Optional<Mp4Box> handler = track.find(in, "mdia", "hdlr");
    if (handler.isEmpty() || handler.get().length() < 12) {
      return false;
    }
    in.seek(handler.get().begin() + 8);
    return KindGuess.is(in.bytes(4), 0, "soun");
  }

  /** How many units of time a second has, in {@code mdhd} and {@code mvhd}. */
  private static long scale(ByteSource in, Optional<Mp4Box> head) throws IOException {
    if (head.isEmpty() || head.get().length() < 24) {
      return 0;
    }
    in.seek(head.get().begin());
    boolean isLong = in.u32() >>> 24 == 1;
    in.bytes(isLong ? 16 : 8);
    return in.u32();
  }
}
