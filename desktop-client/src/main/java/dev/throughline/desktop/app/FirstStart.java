package dev.throughline.desktop.app;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.instance.Handover;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.Texts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Whether this start gets the profile, or leaves its files with the window that has it. */
sealed interface FirstStart {
  /** The profile is ours. */
  record First(Profile.Opening opening) implements FirstStart {}

  /** A window has it open and took over. */
  record Second() implements FirstStart {}

  /**
   * How long a profile may be locked without a window to talk to: one that is just starting, or a
   * script that will soon be done.
   */
  Duration PATIENCE = Duration.ofSeconds(10);

  Duration LOOK_AGAIN = Duration.ofMillis(150);

  /** What the lock of a profile answers to everybody but its holder. */
  String IN_USE = "PRO-01";

  static FirstStart of(Start start) throws UserError {
    UUID id = new SystemIds(InstantSource.system(), new SecureRandom()).next();
    Handover handover = new Handover(start.profile(), temporary(), id);
    boolean isTold = false;
    List<Path> files = start.files().stream().map(Path::toAbsolutePath).toList();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new First(ClientWiring.openProfile(start.profile(), start.vaults()));
      } catch (UserError e) {
        if (!e.code().equals(IN_USE)) {
          throw e;
        }
        if (handover.leave(files)) {
          return new Second();
        }
        if (System.nanoTime() > end) {
          throw handover.isLeft() ? stuck(files.size()) : e;
        }
        if (handover.isLeft() && !isTold) {
          isTold = true;
          System.out.println(Texts.text("app.handed.waiting"));
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
  }

  /** The window that has the profile open may wake up later. */
  private static UserError stuck(int files) {
    return new UserError(
        "PRO-10",
        files == 0 ? Texts.text("app.handed.stuck") : Texts.count("app.handed.stuck.files", files));
  }

  /** Where sockets go whose profile lies too deep for one. */
  static Path temporary() {
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    return Path.of(
        runtime == null || runtime.isBlank() ? System.getProperty("java.io.tmpdir") : runtime);
  }
}
