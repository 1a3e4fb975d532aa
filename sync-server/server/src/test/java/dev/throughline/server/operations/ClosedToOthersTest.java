package dev.throughline.server.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a server needs before it may listen where other computers reach it. */
class ClosedToOthersTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "server.address", "0.0.0.0",
          "server.ssl.bundle", "server",
          "throughline.identity.issuer", "https://id.example.org/realms/team");

  private static void start(Map<String, String> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.copyOf(properties)));
    ClosedToOthers rule = new ClosedToOthers();
    rule.setEnvironment(environment);
    rule.postProcessBeanFactory(new DefaultListableBeanFactory());
  }

  @Test
  void withTlsAndARealProviderOthersMayCome() {
    assertThatCode(() -> start(SAFE)).doesNotThrowAnyException();
  }

  @Test
  void withoutAnyOfThemItStaysOnThisComputer() {
    for (Map.Entry<String, String> worse :
        Map.of(
                "server.ssl.bundle", "",
                "server.ssl.enabled", "false",
                "throughline.identity.issuer", "http://id.example.org",
                "management.server.port", "9090",
                "management.server.address", "203.0.113.7")
            .entrySet()) {
      Map<String, String> properties = new HashMap<>(SAFE);
      properties.put(worse.getKey(), worse.getValue());
      assertThatThrownBy(() -> start(properties))
          .as(worse.toString())
          .isInstanceOf(ClosedToOthers.OpenToOthers.class);
      properties.put("server.address", "127.0.0.1");
      if (!worse.getKey().equals("management.server.address")) {
        assertThatCode(() -> start(properties)).as(worse.toString()).doesNotThrowAnyException();
      }
    }
  }
}
