package dev.throughline.house.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Does everything the determinism rule forbids; each method by name, with a word of the remedy. */
public final class Planted {
  public static final Map<String, String> MISTAKES =
      Map.ofEntries(
          Map.entry("asksTheClock", "Clock"),
          Map.entry("asksTheClockByReference", "Clock"),
          Map.entry("asksTheDate", "Clock"),
          Map.entry("asksTheDateOfAZone", "Clock"),
          Map.entry("countsNanos", "Clock"),
          Map.entry("makesAnId", "Ids"),
          Map.entry("throwsDice", "Ids"),
          Map.entry("startsAThread", "Background"),
          Map.entry("sleeps", "Background"),
          Map.entry("makesAPool", "Background"),
          Map.entry("readsTheEnvironment", "entry point"),
          Map.entry("readsAProperty", "entry point"));

  Instant asksTheClock() {
    return Instant.now();
  }

  Supplier<Instant> asksTheClockByReference() {
    return Instant::now;
  }

  LocalDate asksTheDate() {
    return LocalDate.now(ZoneId.of("UTC"));
  }

  LocalDate asksTheDateOfAZone() {
    return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneId.systemDefault());
  }

  long countsNanos() {
    return System.nanoTime() + System.currentTimeMillis();
  }

  UUID makesAnId() {
    return UUID.randomUUID();
  }

  double throwsDice() {
    return Math.random() + new Random().nextDouble();
  }

  void startsAThread() {
    new Thread(this::countsNanos).start();
    Thread.startVirtualThread(this::countsNanos);
  }

  void sleeps() throws InterruptedException {
    Thread.sleep(1);
  }

  AutoCloseable makesAPool() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  String readsTheEnvironment() {
    return System.getenv("HOME");
  }

  String readsAProperty() {
    return System.getProperty("user.home");
  }

  LocalDate fine(Clock clock) {
    return LocalDate.now(clock);
  }
}
