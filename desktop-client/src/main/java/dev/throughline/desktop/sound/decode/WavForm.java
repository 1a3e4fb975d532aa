package dev.throughline.desktop.sound.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The chunk {@code fmt } of a WAV file (Microsoft, "Multimedia Programming Interface and Data
 * Specifications 1.0" and WAVEFORMATEXTENSIBLE).
 *
 * @param coding 1 whole numbers, 3 floating point, 6 A-law, 7 µ-law
 * @param bytes of one sample
 */
record WavForm(int coding, int channels, int rate, int bytes) {
  private static final int WHOLE = 1;
  private static final int FLOATING = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int SUB_FORMAT_AT = 24;

  static WavForm of(byte[] chunk) throws BadSoundException {
    ByteBuffer in = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    if (chunk.length < 16) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    int coding = in.getShort(0) & 0xffff;
    if (coding == EXTENSIBLE && chunk.length >= SUB_FORMAT_AT + 2) {
      coding = in.getShort(SUB_FORMAT_AT) & 0xffff;
    }
    int channels = in.getShort(2) & 0xffff;
    int rate = in.getInt(4);
    int frame = in.getShort(12) & 0xffff;
    if (channels == 0 || frame % channels != 0) {
      throw new BadSoundException(DecodingTrouble.DAMAGED);
    }
    WavForm form = new WavForm(coding, channels, rate, frame / channels);
    if (!form.isKnown()) {
      throw new BadSoundException(DecodingTrouble.CODING);
    }
    return form;
  }

  private boolean isKnown() {
    return switch (coding) {
      case WHOLE -> bytes >= 1 && bytes <= 4;
      case FLOATING -> bytes == 4 || bytes == 8;
      case A_LAW, MU_LAW -> bytes == 1;
      default -> false;
    };
  }

  int frameBytes() {
    return bytes * channels;
  }

  /** The sample at this place as 16 bits; may be louder than those hold. */
  int sample(ByteBuffer in, int at) {
    return switch (coding) {
      case FLOATING ->
          Math.round(32_768 * (bytes == 4 ? in.getFloat(at) : (float) in.getDouble(at)));
      case A_LAW -> Telephone.aLaw(in.get(at));
      case MU_LAW -> Telephone.muLaw(in.get(at));
      default -> whole(in, at);
    };
  }

  /** Rounded to the nearest; 8 bits have no sign, all others have. */
  private int whole(ByteBuffer in, int at) {
    return switch (bytes) {
      case 1 -> ((in.get(at) & 0xff) - 128) << 8;
      case 2 -> in.getShort(at);
      case 3 -> ((in.getShort(at + 1) << 8 | (in.get(at) & 0xff)) + 0x80) >> 8;
      default -> (int) ((in.getInt(at) + 0x8000L) >> 16);
    };
  }
}
