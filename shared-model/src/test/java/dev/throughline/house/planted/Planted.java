package dev.throughline.house.planted;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Does everything the determinism rule forbids; each method by name, with a word of the remedy. */
public final class Planted {
  public static final Map<String, String> MISTAKES =
      Map.ofEntries(
          Map.entry("asksTheClock", "Clock"),
          Map.entry("asksTheClockByReference", "Clock"),
          Map.entry("asksTheDate", "Clock"),
          Map.entry("asksTheDateOfAZone", "Clock"),
          Map.entry("countsNanos", "Clock"),
          Map.entry("asksForEveryKindOfNow", "Clock"),
          Map.entry("makesAnId", "Ids"),
          Map.entry("throwsDice", "Ids"),
          Map.entry("throwsBetterDice", "Ids"),
          Map.entry("lendsWork", "Background"),
          Map.entry("asksForTheLanguage", "entry point"),
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

  List<Object> asksForEveryKindOfNow() {
    return List.of(
        LocalTime.now(ZoneId.of("UTC")),
        LocalDateTime.now(ZoneId.of("UTC")),
        OffsetDateTime.now(ZoneId.of("UTC")),
        ZonedDateTime.now(ZoneId.of("UTC")),
        YearMonth.now(ZoneId.of("UTC")),
        InstantSource.system());
  }

  UUID makesAnId() {
    return UUID.randomUUID();
  }

  double throwsDice() {
    return Math.random() + new Random().nextDouble();
  }

  int throwsBetterDice() {
    return new SecureRandom().nextInt()
        + RandomGenerator.getDefault().nextInt()
        + ThreadLocalRandom.current().nextInt();
  }

  Object lendsWork() {
    new Timer(true).cancel();
    return List.of(
        CompletableFuture.runAsync(this::countsNanos), ForkJoinPool.commonPool().getParallelism());
  }

  Locale asksForTheLanguage() {
    return Locale.getDefault();
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
