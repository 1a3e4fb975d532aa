package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import java.time.Duration;
import java.util.Locale;

/** What keeps a recording from being as good as it should be; times are in milliseconds. */
public sealed interface RecorderProblem {
  /** What a person reads. */
  UserError error();

  /** Nothing more fits on the disk; what follows waits in memory for a little while. */
  record DiskFull(long safeMillis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-01", "recorder.problem.diskFull", shown(safeMillis));
    }
  }

  /** The disk does not take sound although there is space; it is asked again and again. */
  record DiskRefuses(long safeMillis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-02", "recorder.problem.diskRefuses", shown(safeMillis));
    }
  }

  /** The disk is behind by so much. */
  record DiskSlow(long behindMillis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-03", "recorder.problem.diskSlow", behindMillis / 1_000);
    }
  }

  /** So much sound could not be kept, because the disk was too slow for too long. */
  record SoundMissed(long millis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-04", "recorder.problem.soundMissed", (millis + 999) / 1_000);
    }
  }

  /** The microphone was taken away. */
  record DeviceGone(long safeMillis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-05", "recorder.problem.deviceGone", shown(safeMillis));
    }
  }

  /** No sound has come for so long, not even silence. */
  record Stalled(long millis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-06", "recorder.problem.stalled", millis / 1_000);
    }
  }

  /** Sound comes, and all of it is silence. */
  record Silent(long millis) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-07", "recorder.problem.silent", millis / 1_000);
    }
  }

  /** It is too loud for the microphone. */
  record Clipping() implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-08", "recorder.problem.clipping");
    }
  }

  /** The disk will be full in so many minutes. */
  record LittleSpace(long minutes) implements RecorderProblem {
    @Override
    public UserError error() {
      return of("REC-09", "recorder.problem.littleSpace", minutes);
    }
  }

  private static UserError of(String code, String key, Object... arguments) {
    return new UserError(code, Texts.text(key, arguments));
  }

  /** A place in a recording as hours, minutes and seconds. */
  private static String shown(long millis) {
    Duration at = Duration.ofMillis(millis);
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", at.toHours(), at.toMinutesPart(), at.toSecondsPart());
  }
}
