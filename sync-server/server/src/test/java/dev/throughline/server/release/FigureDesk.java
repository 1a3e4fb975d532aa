package dev.throughline.server.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.wire.Encoding;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestHttp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a running server tells Prometheus. */
abstract class FigureDesk extends RouteDesk {
  private static final Pattern LINE =
      Pattern.compile("(?m)^(throughline_[a-z0-9_]+(?:\\{[^}]*})?) (\\S+)$");

  /** Every series of ours by its name and labels. */
  static Map<String, Double> figures(SyncServer.Running of) {
    TestHttp http = new TestHttp(of.port(), Encoding.JSON);
    TestHttp.Answer answer = http.send(http.request("/actuator/prometheus"));
    assertThat(answer.status()).isEqualTo(200);
    Map<String, Double> figures = new TreeMap<>();
    LINE.matcher(new String(answer.plain(), StandardCharsets.UTF_8))
        .results()
        .forEach(line -> figures.put(line.group(1), Double.valueOf(line.group(2))));
    return figures;
  }

  static double figure(String series) {
    return Objects.requireNonNull(figures(server).get(series), series);
  }

  /** Waits for something that is counted beside the push. */
  static void counted(String series, double value) {
    while (figure(series) < value) {
      Thread.onSpinWait();
    }
    assertThat(figure(series)).as(series).isEqualTo(value);
  }
}
