package dev.throughline.server.played;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority in a folder, made by {@code sync-server/make-test-ca}, which takes a
 * shell.
 */
public record TestAuthority(Path folder) {
  /** Opens every store. */
  public static final String PASSWORD = "changeit";

  /** The name of the store that holds the authority alone. */
  public static final String TRUST = "trust";

  /** What a server on this computer is certified for. */
  public static final String HERE = "dns:localhost,ip:127.0.0.1";

  /** What the systems of {@link #shared} show. */
  public static final String OUTSIDE = "outside";

  /** What this server shows, by {@link #shared}. */
  public static final String OURS = "throughline";

  private static final class Shared {
    private static final TestAuthority MADE = made();

    private static TestAuthority made() {
      try {
        Path folder = Files.createTempDirectory("throughline-authority");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return in(folder, OUTSIDE + "=" + HERE, OURS + "=dns:throughline");
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One for all tests of this JVM, with {@link #OUTSIDE} and {@link #OURS}. */
  public static TestAuthority shared() {
    return Shared.MADE;
  }

  /**
   * Makes it, from the folder of a module of the server.
   *
   * @param names each with what it is certified for, such as {@code server=dns:localhost}
   */
  public static TestAuthority in(Path folder, String... names)
      throws IOException, InterruptedException {
    return by(Path.of("..", "make-test-ca"), folder, names);
  }

  /**
   * Makes it from anywhere.
   *
   * @param script where {@code make-test-ca} is
   * @param names each with what it is certified for
   */
  public static TestAuthority by(Path script, Path folder, String... names)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add(script.toAbsolutePath().normalize().toString());
    command.add(folder.toString());
    command.addAll(List.of(names));
    Files.createDirectories(folder);
    Path log = folder.resolve("script.log");
    ProcessBuilder maker =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    maker.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = maker.start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
    return new TestAuthority(folder);
  }

  /** The file of a store. */
  public Path file(String name) {
    return folder.resolve(name + ".p12");
  }

  /** A store: key and chain of a name, or {@link #TRUST}. */
  public KeyStore keys(String name) {
    try (InputStream in = Files.newInputStream(file(name))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts the authority; shows the certificate of that name, or none for an empty one. */
  public SSLContext context(String name) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(keys(TRUST));
      KeyManagerFactory shown =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shown.init(name.isEmpty() ? null : keys(name), PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
