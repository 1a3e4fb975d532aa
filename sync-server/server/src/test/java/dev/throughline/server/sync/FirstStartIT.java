package dev.throughline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.server.SyncServer;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FirstStartIT {
  @Test
  void twoServersThatStartAtOnceServeOneWorkspace() {
    TestServers.wipe();
    var first = CompletableFuture.supplyAsync(TestServers::another);
    var second = CompletableFuture.supplyAsync(TestServers::another);
    try (SyncServer.Running one = first.join();
        SyncServer.Running two = second.join()) {
      TestDevice anna = new TestDevice(one.port(), "Anna");
      TestDevice ben = new TestDevice(two.port(), "Ben");
      assertThat(ben.hello().workspace()).isEqualTo(anna.hello().workspace());
      assertThat(ben.hello().epoch()).isEqualTo(anna.hello().epoch());
      assertThat(anna.hello().workspace().value().version()).isEqualTo(7);
    }
  }

  @Test
  void theWorkspaceIsCalledAsItWasSetAtTheFirstStart() {
    TestServers.wipe();
    Map<String, String> named = Map.of("throughline.workspace.name", "Clinic study");
    try (SyncServer.Running server = TestServers.another(named)) {
      assertThat(new TestDevice(server.port(), "Anna").hello().workspaceName())
          .isEqualTo("Clinic study");
    }
    try (SyncServer.Running server = TestServers.another()) {
      assertThat(new TestDevice(server.port(), "Anna").hello().workspaceName())
          .isEqualTo("Clinic study");
    }
  }

  @Test
  void closingDoesNotWaitForThoseWhoListen() throws Exception {
    SyncServer.Running server = TestServers.another();
    HttpClient client = HttpClient.newHttpClient();
    try (server;
        client) {
      HttpRequest events =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.port() + "/sync/v1/events"))
              .build();
      var lines = client.send(events, HttpResponse.BodyHandlers.ofLines()).body().iterator();
      assertThat(lines.next()).isEqualTo("event: head");
      long start = System.nanoTime();
      server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      client.shutdownNow();
    }
  }
}
