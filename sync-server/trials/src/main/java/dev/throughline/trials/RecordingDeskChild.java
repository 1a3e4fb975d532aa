package dev.throughline.trials;

import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * The whole desktop, with its window, in a process that will be killed: records an interview and
 * prints what it calls safe and what it has taken up; or only starts, and prints what became of a
 * recording without anybody asking.
 */
final class RecordingDeskChild {
  private static final long LOOK_MILLIS = 5;

  private RecordingDeskChild() {}

  /** Arguments: profile, interview, seed of what is said; or profile, interview. */
  public static void main(String[] args) {
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    RecordId interview = RecordId.of(args[1]);
    boolean records = args.length > 2;
    long seed = records ? Long.parseLong(args[2]) : 0;
    TourDesk desk = TourDesk.open(Path.of(args[0]), "Torture", new TourSound(seed, 1));
    System.out.println("open");
    System.out.flush();
    if (records) {
      record(desk, interview);
    } else {
      look(desk, interview);
    }
  }

  private static void record(TourDesk desk, RecordId interview) {
    desk.record(interview);
    System.out.println("begun");
    while (true) {
      Optional<RecorderStatus> status = desk.window().sound().recording().status();
      status.ifPresent(now -> RecorderSaid.say(now.safeMillis(), now.elapsedMillis()));
      System.out.flush();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  private static void look(TourDesk desk, RecordId interview) {
    Hands.await("what was cut off is in order", () -> last(desk, interview).state().isEnded());
    Recording found = last(desk, interview);
    System.out.println("found " + found.id() + " " + found.state() + " " + found.millis());
    System.out.flush();
  }

  private static Recording last(TourDesk desk, RecordId interview) {
    return desk.client().recordings().of(interview).getLast();
  }
}
