package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Self;
import dev.throughline.desktop.sync.SyncLoop;
import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.desktop.sync.SyncStatus;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.value.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What is measured on desktops whose sync runs as it does behind a window. */
final class SyncLoops {
  private static final int HINTS = 100;
  private static final int WARM = 20;
  private static final int RECONNECTS = 9;
  private static final long SECONDS_MAX = 60;
  private static final long QUIET_MILLIS = 300;

  private SyncLoops() {}

  /** From the start of a save at one desktop until the other shows it: middle and 99th, in ms. */
  static String hints(Path from, Path to, URI server) throws Exception {
    long[] took = new long[HINTS];
    SynchronousQueue<Long> arrived = new SynchronousQueue<>();
    try (ThreadBackground background = new ThreadBackground();
        ClientWiring writer = Bench.open(from);
        ClientWiring reader = Bench.open(to)) {
      RecordView record = writer.ledger().store().newest(Interview.KIND.name(), 0, 1).getFirst();
      for (ClientWiring desk : List.of(writer, reader)) {
        desk.loop().start(background);
        desk.loop().connect(server);
        awaitSaved(desk.status());
      }
      Runnable away =
          reader
              .ledger()
              .store()
              .onChange(
                  changed -> {
                    if (changed.records().contains(record.id())) {
                      offer(arrived);
                    }
                  });
      for (int i = -WARM; i < HINTS; i++) {
        long began = System.nanoTime();
        rename(writer, record.id(), "Title " + i);
        Long shown = arrived.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (shown == null) {
          throw new IllegalStateException("a change did not arrive within a minute");
        }
        took[Math.max(i, 0)] = shown - began;
        awaitSaved(writer.status());
      }
      away.run();
    }
    Samples samples = new Samples(took);
    return samples.median() + " " + samples.p99();
  }

  private static void offer(SynchronousQueue<Long> arrived) {
    try {
      arrived.offer(System.nanoTime(), SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rename(ClientWiring desk, RecordId record, String title) {
    desk.ledger()
        .record(
            List.of(
                new Draft.Set(record, Interview.KIND.name(), Map.of("title", Value.text(title)))));
  }

  /** From connecting until "everything is on the server", middle in ms, and round trips, worst. */
  static String reconnect(Path profile, URI server) throws Exception {
    long[] took = new long[RECONNECTS];
    int trips = 0;
    try (ThreadBackground background = new ThreadBackground();
        ClientWiring desk = Bench.open(profile)) {
      for (int i = 0; i < RECONNECTS; i++) {
        CountedTransport transport = new CountedTransport(new HttpSyncTransport(server), true);
        SyncStatus status = SyncLoop.statusAt(desk.clock().millis());
        try (SyncLoop loop =
            new SyncLoop(
                desk.ledger(),
                _ -> transport,
                () -> Self.called(desk.author()),
                status,
                desk.clock(),
                new Random(i))) {
          loop.start(background);
          long began = System.nanoTime();
          loop.connect(server);
          awaitSaved(status);
          took[i] = System.nanoTime() - began;
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS));
          trips = Math.max(trips, transport.trips());
        }
      }
    }
    return new Samples(took).median() + " " + trips;
  }

  private static void awaitSaved(SyncStatus status) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (status.state().mode() != Mode.SAVED) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not in step within a minute: " + status.state());
      }
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
    }
  }
}
