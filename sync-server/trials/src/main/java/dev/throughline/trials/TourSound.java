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

/** What a desktop of a trial hears, somebody who speaks; and who hears it. */
final class TourSound implements Inputs, SoundOutput {
  private static final long SEED = 20;
  private static final double SPEED = 10;
  private static final long A_DAY_SECONDS = 86_400;

  private final long seed;
  private final double speed;

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  /** The tour's: ten times as fast as people speak. */
  TourSound() {
    this(SEED, SPEED);
  }

  TourSound(long seed, double speed) {
    this.seed = seed;
    this.speed = speed;
  }

  Start.Sound hardware() {
    return new Start.Sound(this, this);
  }

  @Override
  public List<String> names(PcmForm form) {
    return List.of("Somebody who speaks");
  }

  @Override
  public SoundSource open(String name, PcmForm form) {
    return new SpeechSignal(form, new Random(seed), Pace.real(speed), A_DAY_SECONDS * form.rate());
  }

  /** The first frames of what is said in the tour. */
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
