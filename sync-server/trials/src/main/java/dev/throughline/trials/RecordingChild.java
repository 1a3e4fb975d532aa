package dev.throughline.trials;

import dev.throughline.desktop.capture.Recorder;
import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.capture.SoundWriter;
import dev.throughline.desktop.capture.SpeechSignal;
import dev.throughline.desktop.platform.Pace;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * A recorder in a process that will be killed: takes up a signal, pauses now and then, and prints
 * what it calls safe and what it has taken up.
 */
final class RecordingChild {
  static final PcmForm FORM = new PcmForm(48_000, 1);

  /** More than any run waits for, at any speed. */
  static final long FRAMES = 3_600L * 48_000;

  private static final int PAUSE_EVERY = 400;
  private static final long LOOK_MILLIS = 3;

  private RecordingChild() {}

  /** Arguments: folder of recordings, recording, secret in hexadecimal, seed, speed. */
  public static void main(String[] args) throws IOException {
    RecordId recording = RecordId.of(args[1]);
    byte[] secret = HexFormat.of().parseHex(args[2]);
    long seed = Long.parseLong(args[3]);
    Pace pace = Pace.real(Double.parseDouble(args[4]));
    InstantSource clock = InstantSource.system();
    SoundWriter writer =
        SoundWriter.create(
            new SystemDisk(),
            Path.of(args[0]).resolve(args[1]),
            recording,
            FORM,
            secret,
            new SecureRandom(),
            clock.millis());
    System.out.println("begun");
    SpeechSignal signal = new SpeechSignal(FORM, new Random(seed), pace, FRAMES);
    Recorder recorder = Recorder.start(signal, writer, new ThreadBackground(), clock);
    tell(recorder, new Random(seed));
  }

  private static void tell(Recorder recorder, RandomGenerator random) {
    while (true) {
      long safe = recorder.safeFrames();
      RecorderStatus status = recorder.status();
      RecorderSaid.say(safe, status.elapsedMillis());
      System.out.flush();
      if (random.nextInt(PAUSE_EVERY) == 0) {
        recorder.pause();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(50)));
        recorder.resume();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }
}
