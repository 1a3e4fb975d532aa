package dev.throughline.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running provider on this computer. Its address is part of every token, so its port stays. */
public final class IdentityProvider implements AutoCloseable {
  private static final String SETTINGS = "identity.yml";
  private static final Duration ACCESS_LIFE = Duration.ofMinutes(5);
  private static final Duration REFRESH_LIFE = Duration.ofDays(30);

  private final ConfigurableApplicationContext context;
  private final ProviderSettings settings;

  private IdentityProvider(ConfigurableApplicationContext context, ProviderSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Where and how to run.
   *
   * @param folder keeps the people and the signing key; made when it is missing
   * @param port where to answer, or 0 for the port of the last time, at first a free one
   * @param databaseUrl where sessions are kept, as JDBC names it
   * @param accessLife how long an access token counts
   */
  public record Options(
      Path folder,
      int port,
      String databaseUrl,
      String databaseUser,
      String databasePassword,
      Duration accessLife) {
    /** With the usual life of tokens, on a port that is kept. */
    public Options(Path folder, String databaseUrl, String user, String password) {
      this(folder, 0, databaseUrl, user, password, ACCESS_LIFE);
    }
  }

  /**
   * Starts; returns when it answers.
   *
   * @throws UncheckedIOException when its folder cannot be read or written
   * @throws IllegalStateException when the database refuses, or the port is taken
   */
  public static IdentityProvider start(Options options) {
    try {
      SessionTables.make(options.databaseUrl(), options.databaseUser(), options.databasePassword());
      int port = options.port() == 0 ? keptPort(options.folder()) : options.port();
      ProviderSettings settings =
          new ProviderSettings(
              "http://127.0.0.1:" + port,
              People.open(options.folder().resolve("people.json"), new SecureRandom()),
              SigningKey.open(options.folder().resolve("signing-key.json")),
              options.accessLife(),
              REFRESH_LIFE);
      return new IdentityProvider(run(options, port, settings), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused the tables of sessions", e);
    }
  }

  private static ConfigurableApplicationContext run(
      Options options, int port, ProviderSettings settings) {
    SpringApplication application = new SpringApplication(Provider.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(ProviderSettings.class, () -> settings));
    return application.run(
        "--spring.config.location=classpath:" + SETTINGS,
        "--server.port=" + port,
        "--spring.datasource.url=" + options.databaseUrl(),
        "--spring.datasource.username=" + options.databaseUser(),
        "--spring.datasource.password=" + options.databasePassword(),
        "--spring.datasource.hikari.schema=" + SessionTables.SCHEMA,
        "--spring.datasource.hikari.maximum-pool-size=4",
        "--spring.datasource.hikari.pool-name=identity");
  }

  private static int keptPort(Path folder) throws IOException {
    Path file = folder.resolve("port");
    if (Files.exists(file)) {
      return Integer.parseInt(Files.readString(file).strip());
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(free.getLocalPort());
      OwnerOnlyFile.write(file, port.getBytes(StandardCharsets.US_ASCII));
      return free.getLocalPort();
    }
  }

  /** The address that stands as {@code iss} in every token. */
  public String issuer() {
    return settings.issuer();
  }

  /** Passwords made at this start, to be shown once; empty at every later start. */
  public List<FirstPassword> firstPasswords() {
    return settings.people().made();
  }

  /** The keys by which tokens are checked, without their private parts. */
  JWKSet publicKeys() {
    return settings.keys().toPublicJWKSet();
  }

  @Override
  public void close() {
    context.close();
  }
}
