package dev.throughline.desktop.search;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexThreadTest {
  private static final int SECONDS_MAX = 60;

  @TempDir Path folder;

  @Test
  void theIndexFollowsOnItsOwnThreadWhilePeopleAskAndWrite() throws Exception {
    try (IndexDesk desk = new IndexDesk(folder);
        ThreadBackground background = new ThreadBackground()) {
      desk.index.close();
      RecordId interview = desk.field.talk("Canary", TODAY).save();
      desk.index =
          SearchIndex.in(
              desk.folder,
              IndexDesk.KEY,
              desk.field.ledger.store(),
              InstantSource.system(),
              new SecureRandom());
      AtomicReference<Throwable> failure = new AtomicReference<>();
      CountDownLatch found = new CountDownLatch(1);
      desk.index.start(background);
      Thread asking = Thread.ofPlatform().start(() -> askUntil(desk.index, 601, found, failure));
      for (int i = 0; i < 20; i++) {
        String[] turns = new String[30];
        for (int turn = 0; turn < turns.length; turn++) {
          turns[turn] = "P: canary " + i + " " + turn;
        }
        desk.said(interview, turns);
      }
      assertThat(found.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      asking.join();
      assertThat(failure.get()).isNull();
      desk.index.close();
      desk.restart();
      assertThat(desk.index.find(FindQuery.typed("canary"), Scope.EVERYTHING, 0, 1).places())
          .isEqualTo(601);
    }
  }

  private static void askUntil(
      SearchIndex index, long places, CountDownLatch found, AtomicReference<Throwable> failure) {
    try {
      long there = 0;
      while (there < places && !Thread.interrupted()) {
        there = index.find(FindQuery.typed("canary"), Scope.EVERYTHING, 0, 20).places();
        index.interviewsMatching("canary 1");
      }
      found.countDown();
    } catch (RuntimeException | Error e) {
      failure.set(e);
    }
  }
}
