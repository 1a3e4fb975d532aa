package dev.throughline.trials.bench;

import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.capture.SpeechSignal;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A signal as fast as it can be had, and the SHA-256 of all that was had. */
final class Spoken implements SoundSource {
  private static final int STEP_BYTES = 1 << 16;

  private final SpeechSignal signal;
  private final MessageDigest digest = digest();

  Spoken(PcmForm form, long seed, long frames) {
    signal = new SpeechSignal(form, new Random(seed), Pace.NONE, frames);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Of everything that a reader gives. */
  static String sha256(PcmReader reader) throws IOException {
    MessageDigest digest = digest();
    byte[] step = new byte[STEP_BYTES];
    long frame = 0;
    for (int had = reader.read(0, step); had > 0; had = reader.read(frame, step)) {
      digest.update(step, 0, had * reader.form().frameBytes());
      frame += had;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public PcmForm form() {
    return signal.form();
  }

  @Override
  public int read(byte[] into) {
    int had = signal.read(into);
    digest.update(into, 0, Math.max(0, had));
    return had;
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public void close() {
    signal.close();
  }
}
