package dev.throughline.desktop.sound.decode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * WAV, also in its long forms RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088). Lengths in the header
 * are believed only as far as the file goes: programs that died left 0, those that wrote into a
 * pipe the largest number.
 */
final class WavDecoder implements SoundDecoder {
  private static final long UNKNOWN_LENGTH = 0xffff_ffffL;
  private static final long LONGEST_FORM = 4096;
  private static final int RIFF_HEAD = 12;
  private static final int BLOCK_FRAMES = 2048;

  private long start;
  private long longData = -1;

  @Override
  public Optional<DecodingTrouble> decode(ByteSource in, SampleWriter out) throws IOException {
    start = in.position();
    in.bytes(4);
    long riff = in.le32();
    in.seek(start + RIFF_HEAD);
    WavForm form = null;
    while (in.left() >= 8) {
      String name = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
      long length = in.le32();
      long begin = in.position();
      switch (name) {
        case "ds64" -> readLongLengths(in);
        case "fmt " -> form = WavForm.of(in.bytes((int) Math.min(length, LONGEST_FORM)));
        case "data" -> {
          if (form == null) {
            throw new BadSoundException(DecodingTrouble.DAMAGED);
          }
          return data(in, form, riff, length, out);
        }
        default -> {
          // Notes, cues, padding: nothing to hear.
        }
      }
      in.seek(begin + length + (length & 1));
    }
    throw new BadSoundException(DecodingTrouble.DAMAGED);
  }

  private void readLongLengths(ByteSource in) throws IOException {
    in.bytes(8);
    ByteBuffer length = ByteBuffer.wrap(in.bytes(8)).order(ByteOrder.LITTLE_ENDIAN);
    longData = length.getLong();
  }

  private Optional<DecodingTrouble> data(
      ByteSource in, WavForm form, long riff, long said, SampleWriter out) throws IOException {
    long left = in.left();
    boolean isUnfinished = said == 0 && left > 0 && riff <= in.position() - start;
    boolean isOpen = said == UNKNOWN_LENGTH && longData < 0;
    long length = said == UNKNOWN_LENGTH && longData >= 0 ? longData : said;
    long sounding = isUnfinished || isOpen ? left : Math.min(length, left);
    out.begin(form.rate(), form.channels());
    long begin = in.position();
    copy(in, form, sounding / form.frameBytes(), out);
    in.seek(begin + sounding + (sounding & 1));
    passNotes(in);
    if (isUnfinished) {
      return Optional.of(DecodingTrouble.UNFINISHED);
    }
    return !isOpen && length > left ? Optional.of(DecodingTrouble.CUT) : Optional.empty();
  }

  /** Notes may stand behind the samples, and another sound behind those. */
  private static void passNotes(ByteSource in) throws IOException {
    while (in.left() >= 8) {
      long begin = in.position();
      byte[] name = in.bytes(4);
      long length = in.le32();
      if (KindGuess.isRiff(name)) {
        in.seek(begin);
        return;
      }
      in.seek(begin + 8 + length + (length & 1));
    }
  }

  private static void copy(ByteSource in, WavForm form, long frames, SampleWriter out)
      throws IOException {
    byte[] block = new byte[BLOCK_FRAMES * form.frameBytes()];
    ByteBuffer samples = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    for (long done = 0; done < frames; done += BLOCK_FRAMES) {
      int bytes = (int) Math.min(BLOCK_FRAMES, frames - done) * form.frameBytes();
      if (in.readNBytes(block, 0, bytes) < bytes) {
        throw new EOFException();
      }
      for (int at = 0; at < bytes; at += form.bytes()) {
        out.sample(form.sample(samples, at));
      }
    }
  }
}
