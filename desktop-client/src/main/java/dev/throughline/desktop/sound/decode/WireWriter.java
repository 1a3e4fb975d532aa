package dev.throughline.desktop.sound.decode;

import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmTarget;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Tells the process that asked. */
final class WireWriter implements PcmTarget {
  private final DataOutputStream out;
  private final SoundKind kind;

  WireWriter(DataOutputStream out, SoundKind kind) {
    this.out = out;
    this.kind = kind;
  }

  @Override
  public void begin(PcmForm form) throws IOException {
    out.write(Wire.BEGIN);
    out.write(kind.ordinal());
    out.writeInt(form.rate());
    out.write(form.channels());
  }

  @Override
  public void take(byte[] pcm, int length) throws IOException {
    out.write(Wire.SAMPLES);
    out.writeInt(length);
    out.write(pcm, 0, length);
    out.flush();
  }

  void end(long frames, Optional<DecodingTrouble> trouble) throws IOException {
    out.write(Wire.END);
    out.writeLong(frames);
    out.write(trouble.map(DecodingTrouble::ordinal).orElse(Wire.NO_TROUBLE));
    out.flush();
  }

  static void refuse(DataOutputStream out, DecodingTrouble why) throws IOException {
    out.write(Wire.REFUSED);
    out.write(why.ordinal());
    out.flush();
  }
}
