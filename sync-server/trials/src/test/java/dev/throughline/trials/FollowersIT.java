package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cursor passes has been seen, however long transactions take. */
class FollowersIT {
  private static final int ROWS = 4_000;
  private static final int SERVERS = 3;

  @TempDir Path folder;

  @Test
  void aReaderBehindPausingPushersMissesNothing() throws Exception {
    assertThat(new Followers(folder, new Random(7), SERVERS).missed(ROWS)).isZero();
  }
}
