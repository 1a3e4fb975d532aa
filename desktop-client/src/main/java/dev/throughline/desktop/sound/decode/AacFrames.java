package dev.throughline.desktop.sound.decode;

import java.io.IOException;
import java.util.List;
import net.sourceforge.jaad.aac.Decoder;
import net.sourceforge.jaad.mp4.MP4Exception;

/** Decodes AAC frame by frame; a frame that cannot be decoded becomes silence. */
final class AacFrames {
  private static final int BAD_FRAMES_MAX = 1000;

  private final Decoder decoder;
  private final Mp4Edit edit;
  private final SampleWriter out;
  private int usual;
  private int channels;
  private int bad;

  /**
   * @param config the AudioSpecificConfig of ISO/IEC 14496-3
   * @param edit what of it is to be heard
   */
  AacFrames(byte[] config, Mp4Edit edit, SampleWriter out) throws BadSoundException {
    this.edit = edit;
    this.out = out;
    try {
      decoder = Decoder.create(config);
    } catch (MP4Exception | RuntimeException _) {
      throw new BadSoundException(DecodingTrouble.CODING);
    }
  }

  void take(byte[] frame) throws IOException {
    IOException[] failed = new IOException[1];
    try {
      decoder.decodeFrame(
          frame,
          (samples, length, rate) -> {
            try {
              write(samples, length, rate);
            } catch (IOException e) {
              failed[0] = e;
            }
          });
    } catch (RuntimeException _) {
      damaged();
    }
    if (failed[0] != null) {
      throw failed[0];
    }
  }

  boolean isDamaged() {
    return bad > 0;
  }

  private void write(List<float[]> samples, int length, int rate) throws IOException {
    // One channel comes out twice, in case parametric stereo begins; when it does it is at once.
    if (usual == 0) {
      channels = samples.size() == 2 && samples.get(0) == samples.get(1) ? 1 : samples.size();
    }
    List<float[]> heard = samples.subList(0, channels);
    out.begin(rate, heard.size());
    if (usual == 0) {
      edit.trim(out, rate);
    }
    usual = length;
    for (int frame = 0; frame < length; frame++) {
      for (float[] channel : heard) {
        out.sample(Math.round(channel[frame]));
      }
    }
  }

  private void damaged() throws IOException {
    if (++bad > BAD_FRAMES_MAX) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    for (int i = 0; i < usual * channels; i++) {
      out.sample(0);
    }
  }
}
