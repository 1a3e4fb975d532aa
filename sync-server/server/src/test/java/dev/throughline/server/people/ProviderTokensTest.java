package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** How often a provider is asked that is away, on a clock of the test's own. */
class ProviderTokensTest {
  private long now = -7;
  private int asked;
  private boolean isAway = true;

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

  private final ProviderTokens tokens = new ProviderTokens(this::provider, time);

  private JwtDecoder provider() {
    asked++;
    if (isAway) {
      throw new IllegalArgumentException("away");
    }
    return token -> {
      throw new BadJwtException(token);
    };
  }

  private void assertAway() {
    assertThatThrownBy(() -> tokens.decode("x"))
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class);
  }

  @Test
  void aProviderThatIsAwayIsAskedOnceASecondAndThenNoMore() {
    for (int i = 0; i < 50; i++) {
      assertAway();
    }
    assertThat(asked).isEqualTo(1);
    isAway = false;
    now += TimeUnit.MILLISECONDS.toNanos(999);
    assertAway();
    assertThat(asked).isEqualTo(1);
    now += TimeUnit.MILLISECONDS.toNanos(1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> tokens.decode("x")).isInstanceOf(BadJwtException.class);
    }
    assertThat(asked).isEqualTo(2);
  }
}
