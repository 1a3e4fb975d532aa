package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.wire.Encoding;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that runs before its provider does. */
class ProviderAwayIT {
  /** More than the calls that are ever let through at once. */
  private static final int JUNK = 100;

  private static TestHttp.Answer pull(SyncServer.Running server, String token) {
    return new TestHttp(server.port(), Encoding.JSON, token).get("/sync/v1/pull");
  }

  @Test
  void itSaysSoAndTakesTokensAsSoonAsTheProviderIsThere() throws Exception {
    FakeIssuer early = new FakeIssuer();
    String right = early.signed(early.claims().build());
    String junk = early.forged(early.claims().build());
    early.close();
    try (SyncServer.Running server =
        TestServers.another(Map.of("throughline.identity.issuer", early.url()))) {
      for (int i = 0; i < JUNK; i++) {
        TestHttp.Answer away = pull(server, i == 0 ? right : junk);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("SRV-25");
        assertThat(away.header("Retry-After")).isNotEmpty();
      }
      try (FakeIssuer _ = early.again()) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        int status = 0;
        while (status != 200 && System.nanoTime() < end) {
          pull(server, junk);
          status = pull(server, right).status();
          assertThat(status).isIn(200, 503);
        }
        assertThat(status).isEqualTo(200);
      }
    }
  }
}
