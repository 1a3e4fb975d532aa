package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.capture.SpeechSignal;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import java.util.List;
import java.util.Random;

/** Somebody who speaks, always the same, so many times as fast as people do. */
final class Microphone implements Inputs {
  private static final long SEED = 7;
  private static final long A_DAY_SECONDS = 86_400;

  private final double speed;

  Microphone(double speed) {
    this.speed = speed;
  }

  @Override
  public List<String> names(PcmForm form) {
    return List.of("Somebody");
  }

  @Override
  public SoundSource open(String name, PcmForm form) {
    return new SpeechSignal(form, new Random(SEED), Pace.real(speed), A_DAY_SECONDS * form.rate());
  }

  /** The first frames of what is said. */
  static byte[] said(PcmForm form, int frames) {
    byte[] bytes = new byte[frames * form.frameBytes()];
    new SpeechSignal(form, new Random(SEED), Pace.NONE, frames).read(bytes);
    return bytes;
  }

  /** A computer without one. */
  static Inputs none() {
    return new Inputs() {
      @Override
      public List<String> names(PcmForm form) {
        return List.of();
      }

      @Override
      public SoundSource open(String name, PcmForm form) throws UserError {
        throw new UserError("REC-10", "No microphone was found.");
      }
    };
  }
}
