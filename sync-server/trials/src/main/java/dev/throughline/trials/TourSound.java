package dev.throughline.trials;

import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.capture.SpeechSignal;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.recording.Inputs;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.play.SoundOutput;
import dev.throughline.desktop.sound.play.SoundSink;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** What a desktop of the tour hears, somebody who speaks ten times as fast; and who hears it. */
final class TourSound implements Inputs, SoundOutput {
  private static final long SEED = 20;
  private static final double SPEED = 10;
  private static final long A_DAY_SECONDS = 86_400;

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  Start.Sound hardware() {
    return new Start.Sound(this, this);
  }

  @Override
  public List<String> names(PcmForm form) {
    return List.of("Somebody who speaks");
  }

  @Override
  public SoundSource open(String name, PcmForm form) {
    return new SpeechSignal(form, new Random(SEED), Pace.real(SPEED), A_DAY_SECONDS * form.rate());
  }

  /** The first frames of what is said. */
  static byte[] said(PcmForm form, int frames) {
    byte[] bytes = new byte[frames * form.frameBytes()];
    try (SpeechSignal signal = new SpeechSignal(form, new Random(SEED), Pace.NONE, frames)) {
      signal.read(bytes);
    }
    return bytes;
  }

  /** Everything that was played. */
  byte[] heard() {
    synchronized (heard) {
      return heard.toByteArray();
    }
  }

  @Override
  public Opened open(PcmForm form) {
    return new Opened.Ready(new Ear(form));
  }

  /** Hears everything at once. */
  private final class Ear implements SoundSink {
    private final PcmForm form;
    private long frames;

    Ear(PcmForm form) {
      this.form = form;
    }

    @Override
    public void write(byte[] pcm, int length) {
      synchronized (heard) {
        heard.write(pcm, 0, length);
        frames += length / form.frameBytes();
      }
    }

    @Override
    public long heard() {
      synchronized (heard) {
        return frames;
      }
    }

    @Override
    public void flush() {
      synchronized (heard) {
        frames = 0;
      }
    }

    @Override
    public void close() {}
  }
}
