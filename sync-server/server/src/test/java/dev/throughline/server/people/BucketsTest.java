package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many requests are let through. */
class BucketsTest {
  private long now;
  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return now;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
  private final Buckets buckets = new Buckets(new LimitSettings.Rate(10, 2), time);

  private void pass(Duration wait) {
    now += wait.toNanos();
  }

  private int taken(String key) {
    int count = 0;
    while (buckets.take(key).isEmpty()) {
      count++;
    }
    return count;
  }

  @Test
  void theBurstIsFreeAndThenItRefills() {
    assertThat(taken("a")).isEqualTo(10);
    assertThat(buckets.take("a")).contains(Duration.ofMillis(500));
    pass(Duration.ofSeconds(3));
    assertThat(taken("a")).isEqualTo(6);
    pass(Duration.ofDays(1));
    assertThat(taken("a")).as("never more than the burst").isEqualTo(10);
  }

  @Test
  void oneHasNothingToDoWithAnother() {
    assertThat(taken("a")).isEqualTo(10);
    assertThat(taken("b")).isEqualTo(10);
  }

  @Test
  void onlySoManyAreRemembered() {
    for (int i = 0; i < 3 * Buckets.KEYS_MAX; i++) {
      assertThat(buckets.take("key " + i)).isEmpty();
    }
    assertThat(buckets.remembered()).isLessThanOrEqualTo(Buckets.KEYS_MAX);
    pass(Duration.ofMinutes(1));
    assertThat(buckets.remembered()).as("full buckets are forgotten").isZero();
  }

  @Test
  void ofAnIpv6AddressTheNetworkCounts() {
    assertThat(Limits.network("2001:db8:1:2::7"))
        .isEqualTo(Limits.network("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(Limits.network("2001:db8:1:3::7"));
    assertThat(Limits.network("::ffff:203.0.113.7")).isEqualTo(Limits.network("203.0.113.7"));
    assertThat(Limits.network("203.0.113.7")).isNotEqualTo(Limits.network("203.0.113.8"));
    assertThat(Limits.network("unknown")).isEqualTo("unknown");
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> new LimitSettings.Rate(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LimitSettings.Rate(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
