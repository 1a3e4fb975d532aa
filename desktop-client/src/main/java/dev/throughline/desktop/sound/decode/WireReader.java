package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the answer of the decoding process and believes none of it. */
final class WireReader {
  private final DataInputStream in;
  private final PcmTarget target;
  private final DecodingLimits limits;
  private final Progress progress;
  private @Nullable SoundKind kind;
  private @Nullable PcmForm form;
  private long frames;

  WireReader(DataInputStream in, PcmTarget target, DecodingLimits limits, Progress progress) {
    this.in = in;
    this.target = target;
    this.limits = limits;
    this.progress = progress;
  }

  /** The target could not take what it was given; that is no fault of the file. */
  static final class TargetFailedException extends Exception {
    private static final long serialVersionUID = 1;

    TargetFailedException(IOException cause) {
      super(cause);
    }

    IOException cause() {
      return getCause() instanceof IOException e ? e : new IOException(getCause());
    }
  }

  /**
   * Reads to the end.
   *
   * @throws IOException when the answer breaks off
   */
  DecodingResult read() throws IOException, TargetFailedException {
    while (true) {
      int what = in.readUnsignedByte();
      progress.moved();
      switch (what) {
        case Wire.BEGIN -> begin();
        case Wire.SAMPLES -> {
          if (!samples()) {
            return soFar(DecodingTrouble.TOO_LONG);
          }
        }
        case Wire.END -> {
          return end();
        }
        case Wire.REFUSED -> {
          return soFar(trouble(in.readUnsignedByte()).orElse(DecodingTrouble.DAMAGED));
        }
        default -> throw new IOException("no answer has a part " + what);
      }
    }
  }

  /** What there is when the answer broke off. */
  DecodingResult soFar(DecodingTrouble why) {
    return kind == null || form == null || frames == 0
        ? new DecodingResult.Refused(why)
        : new DecodingResult.CutShort(kind, form, frames, why);
  }

  private void begin() throws IOException, TargetFailedException {
    int ordinal = in.readUnsignedByte();
    int rate = in.readInt();
    int channels = in.readUnsignedByte();
    if (form != null || ordinal >= SoundKind.values().length) {
      throw new IOException("an answer begins once, with a kind");
    }
    PcmForm said;
    try {
      said = new PcmForm(rate, channels);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    kind = SoundKind.values()[ordinal];
    form = said;
    hand(() -> target.begin(said));
  }

  /** Hands a block on; false when that made the sound too long. */
  private boolean samples() throws IOException, TargetFailedException {
    int length = in.readInt();
    PcmForm known = form;
    if (known == null || length < 1 || length > Wire.BLOCK_MAX || length % known.frameBytes() > 0) {
      throw new IOException("no block has " + length + " bytes");
    }
    byte[] pcm = in.readNBytes(length);
    if (pcm.length < length) {
      throw new IOException("a block was cut off");
    }
    long room = limits.frames(known) - frames;
    int taken = (int) Math.min(length / known.frameBytes(), room);
    frames += taken;
    if (taken > 0) {
      hand(() -> target.take(pcm, taken * known.frameBytes()));
    }
    return taken * known.frameBytes() == length;
  }

  private DecodingResult end() throws IOException {
    long said = in.readLong();
    Optional<DecodingTrouble> trouble = trouble(in.readUnsignedByte());
    if (said != frames || kind == null || form == null || frames == 0) {
      throw new IOException("the answer does not add up");
    }
    return trouble.isPresent()
        ? soFar(trouble.get())
        : new DecodingResult.Decoded(kind, form, frames);
  }

  private static Optional<DecodingTrouble> trouble(int place) throws IOException {
    if (place == Wire.NO_TROUBLE) {
      return Optional.empty();
    }
    if (place >= DecodingTrouble.values().length) {
      throw new IOException("no trouble has the number " + place);
    }
    return Optional.of(DecodingTrouble.values()[place]);
  }

  /** Work of the target's own; the decoder waits meanwhile and is not to blame for it. */
  private interface Handing {
    void run() throws IOException;
  }

  private void hand(Handing work) throws TargetFailedException {
    progress.pause();
    try {
      work.run();
    } catch (IOException e) {
      throw new TargetFailedException(e);
    } finally {
      progress.resume();
    }
  }
}
