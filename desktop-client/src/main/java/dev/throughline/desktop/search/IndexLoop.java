package dev.throughline.desktop.search;

import dev.throughline.desktop.platform.Background;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Runs the keeper on one thread of low priority: waits for a pause in what people do, rests after
 * every step so that no core is ever full, and forces what it did to disk when it is quiet.
 */
final class IndexLoop {
  /** Changes closer together than this are taken in together. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Of each second of work, this much rest follows, in percent: below two thirds of a core. */
  private static final long REST_PERCENT = 60;

  /** Long work is forced to disk this often, so that a crash loses little of it. */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(60);

  /** Quiet for this long, what was taken in is forced to disk. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  /** After a failure such as a full disk. */
  private static final Duration RETRY = Duration.ofSeconds(60);

  private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

  private final IndexKeeper keeper;
  private final IndexWork work;
  private final InstantSource clock;
  private final List<Consumer<IndexProgress>> listeners = new CopyOnWriteArrayList<>();
  private volatile IndexProgress told;
  private volatile boolean hasFailed;
  private boolean isRunning;
  private boolean isClosing;

  IndexLoop(IndexKeeper keeper, IndexWork work, InstantSource clock) {
    this.keeper = keeper;
    this.work = work;
    this.clock = clock;
    this.told = keeper.progress();
  }

  void start(Background background) {
    synchronized (this) {
      if (isRunning || isClosing) {
        return;
      }
      isRunning = true;
    }
    background.loop("index", this::run);
  }

  IndexProgress progress() {
    return told;
  }

  Runnable onProgress(Consumer<IndexProgress> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** There is something to do. */
  synchronized void wake() {
    notifyAll();
  }

  /** Does everything there is to do, on the calling thread; only while the loop is not running. */
  void settle() {
    boolean goesOn = true;
    while (goesOn && keeper.hasWork()) {
      goesOn = step();
    }
    commit();
    tell();
  }

  /** Last in the queue on purpose: nothing waits for the index, and people type beside it. */
  @SuppressWarnings("ThreadPriorityCheck")
  private void run() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    long committed = clock.millis();
    while (!isClosing()) {
      tell();
      if (!keeper.hasWork()) {
        if (!keeper.isCommitted() && await(QUIET) && !keeper.hasWork()) {
          commit();
        }
        awaitWork();
      } else {
        await(keeper.isSweeping() ? Duration.ZERO : PAUSE);
        long began = clock.millis();
        boolean isSound = step();
        if (clock.millis() - committed > COMMIT_EVERY.toMillis()) {
          commit();
          committed = clock.millis();
        }
        long worked = clock.millis() - began;
        await(isSound ? Duration.ofMillis(worked * REST_PERCENT / 100) : RETRY);
      }
    }
    commit();
    synchronized (this) {
      isRunning = false;
      notifyAll();
    }
  }

  private boolean step() {
    try {
      keeper.step();
      hasFailed = false;
      return true;
    } catch (IOException | RuntimeException e) {
      failed(e);
      return !hasFailed;
    } finally {
      tell();
    }
  }

  private void commit() {
    try {
      if (!hasFailed) {
        keeper.commit();
      }
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  /** Never logs text of a record: Lucene's messages name files only. */
  private void failed(Exception e) {
    if (Shelves.isDamage(e)) {
      log("The search index was damaged and is made anew.", e);
      work.damaged();
    } else {
      log("The search index cannot be kept up to date just now.", e);
      hasFailed = true;
      keeper.letGo();
    }
  }

  private static void log(String sentence, Exception e) {
    System.getLogger(IndexLoop.class.getName()).log(System.Logger.Level.WARNING, sentence, e);
  }

  private void tell() {
    IndexProgress now = keeper.progress();
    if (hasFailed) {
      now = new IndexProgress(IndexProgress.State.STOPPED, now.done(), now.all());
    }
    boolean isNews = now.state() != told.state() || now.percent() != told.percent();
    told = now;
    if (isNews) {
      for (Consumer<IndexProgress> listener : listeners) {
        listener.accept(now);
      }
    }
  }

  private synchronized boolean isClosing() {
    return isClosing;
  }

  private synchronized void awaitWork() {
    try {
      while (!isClosing && !keeper.hasWork()) {
        wait();
      }
    } catch (InterruptedException _) {
      isClosing = true;
    }
  }

  /** Waits, unless it is closed; answers whether the time is over. */
  private synchronized boolean await(Duration time) {
    long until = clock.millis() + time.toMillis();
    try {
      for (long left = time.toMillis(); left > 0 && !isClosing; left = until - clock.millis()) {
        wait(left);
      }
    } catch (InterruptedException _) {
      isClosing = true;
    }
    return !isClosing;
  }

  /** Ends the loop; what was taken in is on disk then. */
  void close() {
    synchronized (this) {
      boolean wasRunning = isRunning;
      isClosing = true;
      notifyAll();
      awaitEnd();
      if (wasRunning) {
        return;
      }
    }
    commit();
  }

  private synchronized void awaitEnd() {
    long until = clock.millis() + CLOSE_MAX.toMillis();
    try {
      for (long left = CLOSE_MAX.toMillis(); isRunning && left > 0; left = until - clock.millis()) {
        wait(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
