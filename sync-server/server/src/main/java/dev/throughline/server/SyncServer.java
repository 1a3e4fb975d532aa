package dev.throughline.server;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server: keeps the log of a workspace and brings every device the work of the others. */
@SpringBootApplication(
    excludeName = {
      // Beside an embedded identity provider its classes are here, but it is a program of its own.
      "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet"
          + ".OAuth2AuthorizationServerAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet"
          + ".OAuth2AuthorizationServerJwtAutoConfiguration"
    })
@ConfigurationPropertiesScan
@EnableScheduling
public class SyncServer {
  /** A server that answers. Closing it finishes what is under way and frees the port. */
  public interface Running extends AutoCloseable {
    int port();

    @Override
    void close();
  }

  public static void main(String[] arguments) {
    try {
      SpringApplication.run(SyncServer.class, arguments);
    } catch (RuntimeException e) {
      // Spring has said why by now; see StartTrouble.
      System.exit(1);
    }
  }

  /**
   * Starts a server inside this process, with properties that win over {@code application.yml}.
   *
   * @throws RuntimeException when it cannot start; the reason has been logged in one sentence
   */
  public static Running start(Map<String, String> properties) {
    return start(properties, new SpringApplication(SyncServer.class));
  }

  /** The same by another clock than that of this computer. */
  public static Running start(Map<String, String> properties, InstantSource clock) {
    SpringApplication application = new SpringApplication(SyncServer.class);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("clock", clock));
    return start(properties, application);
  }

  private static Running start(Map<String, String> properties, SpringApplication application) {
    application.setRegisterShutdownHook(false);
    String[] arguments =
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return new Started((ServletWebServerApplicationContext) application.run(arguments));
  }

  /** A running server and the context it lives in, which is nobody else's business. */
  record Started(ServletWebServerApplicationContext context) implements Running {
    @Override
    public int port() {
      return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
