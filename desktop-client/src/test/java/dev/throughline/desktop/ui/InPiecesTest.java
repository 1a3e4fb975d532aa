package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InPiecesTest {
  private static final long SECONDS_MAX = 60;

  private final List<String> done = new ArrayList<>();

  @Test
  void piecesComeInOrderByThemselvesAlsoThoseAddedByAnother() throws Exception {
    CountDownLatch last = new CountDownLatch(1);
    FxThread.call(
        () -> {
          InPieces pieces = new InPieces();
          pieces.add(
              () -> {
                done.add("first");
                pieces.add(last::countDown);
              });
          pieces.add(() -> done.add("second"));
          assertThat(done).isEmpty();
          return true;
        });
    assertThat(last.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(FxThread.call(() -> List.copyOf(done))).containsExactly("first", "second");
  }

  @Test
  void whoeverWantsToGoThereNeedNotWait() throws Exception {
    FxThread.call(
        () -> {
          InPieces pieces = new InPieces();
          pieces.add(() -> pieces.add(() -> done.add("later")));
          pieces.finish();
          assertThat(done).containsExactly("later");
          return true;
        });
  }
}
