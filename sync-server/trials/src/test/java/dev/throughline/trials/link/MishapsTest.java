package dev.throughline.trials.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.trials.link.Mishap.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MishapsTest {
  private static final String HEAD = "PUT /parts/1 HTTP/1.1\r\nHost: here\r\n\r\n";

  private static byte[] head() {
    return (HEAD + "x".repeat(2_000)).getBytes(StandardCharsets.US_ASCII);
  }

  private static Mishaps of(Mishap... all) {
    return new Mishaps(List.of(all), new Random(7));
  }

  private static int bitsChanged(byte[] before, byte[] after, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Integer.bitCount((before[i] ^ after[i]) & 0xff);
    }
    return count;
  }

  @Test
  void nothingHappensBeforeItsTimeNorTheOtherWay() {
    Mishaps mishaps = of(new Mishap(Kind.RESET, Way.UP, 100));
    assertThat(mishaps.meet(Way.UP, new byte[4_000], 99, 3)).isEmpty();
    assertThat(mishaps.meet(Way.DOWN, new byte[4_000], 100, 3)).isEmpty();
    assertThat(mishaps.left()).isEqualTo(1);
    assertThat(mishaps.meet(Way.UP, new byte[4_000], 100, 3)).isPresent();
    assertThat(mishaps.meet(Way.UP, new byte[4_000], 200, 3)).isEmpty();
  }

  @Test
  void aChangedHeadIsOneBitOfAHead() {
    Mishaps mishaps = of(new Mishap(Kind.HEAD, Way.UP, 0));
    assertThat(mishaps.meet(Way.UP, new byte[4_000], 0, 1)).isEmpty();
    byte[] bytes = head();
    assertThat(mishaps.meet(Way.UP, bytes, 4_000, 1)).isPresent();
    assertThat(bitsChanged(head(), bytes, 0, HEAD.length())).isEqualTo(1);
    assertThat(bitsChanged(head(), bytes, HEAD.length(), bytes.length)).isZero();
  }

  @Test
  void aChangedBodyIsOneBitOfSomethingLargeThatIsNoHead() {
    Mishaps mishaps = of(new Mishap(Kind.BODY, Way.UP, 0));
    assertThat(mishaps.meet(Way.UP, head(), 0, 1)).isEmpty();
    assertThat(mishaps.meet(Way.UP, new byte[10], 0, 1)).isEmpty();
    byte[] bytes = new byte[4_000];
    assertThat(mishaps.meet(Way.UP, bytes, 4_000, 1)).isPresent();
    assertThat(bitsChanged(new byte[4_000], bytes, 0, 4_000)).isEqualTo(1);
  }

  @Test
  void aCutTakesAllPartsThatAreUnderWayAndAChangedBitOne() {
    Mishaps mishaps =
        of(
            new Mishap(Kind.STALL, Way.UP, 0),
            new Mishap(Kind.RESET, Way.UP, 0),
            new Mishap(Kind.BODY, Way.UP, 0));
    for (int i = 0; i < 3; i++) {
      mishaps.meet(Way.UP, new byte[4_000], 0, 2);
    }
    assertThat(mishaps.left()).isZero();
    assertThat(mishaps.partsTaken()).isEqualTo(3);
  }
}
