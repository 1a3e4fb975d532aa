package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.wire.Encoding;
import dev.throughline.server.TestDevice;
import dev.throughline.server.TestHttp;
import dev.throughline.server.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsIT {
  private final int port = TestServers.shared().port();
  private final TestHttp http = new TestHttp(port, Encoding.JSON);

  @ParameterizedTest
  @ValueSource(strings = {"", "/liveness", "/readiness"})
  void healthIsUp(String probe) {
    assertThat(text("/actuator/health" + probe)).contains("\"UP\"");
  }

  @Test
  void otherOperationsAreNotServed() {
    assertThat(http.get("/actuator/env").status()).isEqualTo(404);
    assertThat(http.get("/actuator/heapdump").status()).isEqualTo(404);
  }

  @Test
  void metricsCountWhatSyncDoes() {
    TestDevice anna = new TestDevice(port, "Anna");
    double before = metric("throughline_sync_ops_total\\{outcome=\"applied\"}");
    long head = anna.push(anna.put(TestDevice.newRecord(), "memo", 0, "notes", "x")).head();
    assertThat(metric("throughline_sync_ops_total\\{outcome=\"applied\"}")).isEqualTo(before + 1);
    assertThat(metric("throughline_sync_push_seconds_count\\{outcome=\"taken\"}")).isPositive();
    assertThat(metric("throughline_sync_head")).isEqualTo((double) head);
    assertThat(metric("throughline_sync_subscribers")).isZero();
    anna.pull(head - 1);
    assertThat(metric("throughline_sync_pull_changes_total")).isPositive();
    assertThat(metric("throughline_sync_conflicts_total")).isNotNegative();
  }

  private double metric(String name) {
    var found = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(text("/actuator/prometheus"));
    assertThat(found.find()).as(name).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private String text(String path) {
    TestHttp.Answer answer = http.send(http.request(path));
    assertThat(answer.status()).isEqualTo(200);
    return new String(answer.plain(), StandardCharsets.UTF_8);
  }
}
