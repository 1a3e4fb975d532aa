package dev.throughline.desktop.failure;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The one place where exceptions nobody caught end up, from the window's thread and all others.
 * Writes a report first and tells afterwards; never throws and never prints a message.
 */
public final class Crashes implements Thread.UncaughtExceptionHandler {
  /** A bug that comes with every frame is written once; other bugs up to this many a session. */
  static final int CODES_MAX = 10;

  private final Machine machine;
  private final Trail trail;
  private final InstantSource clock;
  private final BooleanSupplier onUiThread;
  private final Set<String> codes = new HashSet<>();
  private Optional<CrashFolder> folder = Optional.empty();
  private Consumer<CrashFolder.Kept> listener = kept -> {};

  public Crashes(Machine machine, Trail trail, InstantSource clock, BooleanSupplier onUiThread) {
    this.machine = machine;
    this.trail = trail;
    this.clock = clock;
    this.onUiThread = onUiThread;
  }

  /** The steps that reports name. */
  public Trail trail() {
    return trail;
  }

  /** From now on reports are kept there; before that they are only named on standard error. */
  public synchronized void keepIn(CrashFolder crashes) {
    folder = Optional.of(crashes);
  }

  /** Told of every new report on the thread that crashed; empty before there is a window. */
  public synchronized void onCrash(Consumer<CrashFolder.Kept> told) {
    listener = told;
  }

  /** The report of an exception, not kept anywhere. */
  public CrashReport report(Throwable crash) {
    return CrashReport.of(crash, onUiThread.getAsBoolean(), machine, trail, clock.instant());
  }

  @Override
  public void uncaughtException(Thread thread, Throwable crash) {
    try {
      handle(crash);
    } catch (Throwable failed) {
      System.err.println("A crash could not be reported: " + failed.getClass().getName());
    }
  }

  private synchronized void handle(Throwable crash) {
    CrashReport report = report(crash);
    if (codes.size() >= CODES_MAX || !codes.add(report.code())) {
      return;
    }
    System.err.println(report.text());
    folder.flatMap(crashes -> keep(crashes, report)).ifPresent(listener);
  }

  private Optional<CrashFolder.Kept> keep(CrashFolder crashes, CrashReport report) {
    try {
      return Optional.of(crashes.keep(report, clock.instant()));
    } catch (IOException e) {
      System.err.println("The report could not be kept: " + e.getClass().getName());
      return Optional.empty();
    }
  }
}
