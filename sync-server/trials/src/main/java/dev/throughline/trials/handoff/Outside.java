package dev.throughline.trials.handoff;

import dev.throughline.server.played.PlayedKernel;
import dev.throughline.server.played.PlayedSentinel;
import dev.throughline.server.played.TestAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whose Kernel and SentinelNet a run has. */
interface Outside extends AutoCloseable {
  /** What the server is told of them. */
  Map<String, String> settings();

  /** What they refused because it had no published shape. */
  List<String> misfits();

  /** Method and path of every call they got. */
  List<String> requests();

  @Override
  void close();

  /** Those in the server itself. */
  static Outside embedded() {
    return new Outside() {
      @Override
      public Map<String, String> settings() {
        return Map.of();
      }

      @Override
      public List<String> misfits() {
        return List.of();
      }

      @Override
      public List<String> requests() {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }

  /**
   * Those of an organisation, over mutual TLS.
   *
   * @param script {@code make-test-ca}
   * @param folder takes the certificates
   */
  static PlayedOnes played(Path script, Path folder, InstantSource clock)
      throws IOException, InterruptedException {
    TestAuthority authority =
        TestAuthority.by(
            script,
            folder,
            TestAuthority.OUTSIDE + "=" + TestAuthority.HERE,
            TestAuthority.OURS + "=dns:throughline");
    return new PlayedOnes(
        authority,
        new PlayedKernel(authority.context(TestAuthority.OUTSIDE), 1, clock),
        new PlayedSentinel(authority.context(TestAuthority.OUTSIDE), clock));
  }

  /** Two systems of one authority. */
  record PlayedOnes(TestAuthority authority, PlayedKernel kernel, PlayedSentinel sentinel)
      implements Outside {
    private static final String BUNDLE = "outside";

    @Override
    public Map<String, String> settings() {
      Map<String, String> settings = new HashMap<>();
      settings.put("throughline.kernel.url", kernel.system().url());
      settings.put("throughline.kernel.ssl-bundle", BUNDLE);
      settings.put("throughline.sentinel.url", sentinel.system().url());
      settings.put("throughline.sentinel.ssl-bundle", BUNDLE);
      store(settings, "keystore.", authority.file(TestAuthority.OURS));
      store(settings, "truststore.", authority.file(TestAuthority.TRUST));
      return settings;
    }

    private static void store(Map<String, String> settings, String store, Path file) {
      String prefix = "spring.ssl.bundle.jks." + BUNDLE + "." + store;
      settings.put(prefix + "location", "file:" + file.toAbsolutePath());
      settings.put(prefix + "password", TestAuthority.PASSWORD);
      settings.put(prefix + "type", "PKCS12");
    }

    @Override
    public List<String> misfits() {
      return Stream.of(kernel.system(), sentinel.system())
          .flatMap(one -> one.misfits().stream())
          .toList();
    }

    @Override
    public List<String> requests() {
      return Stream.of(kernel.system(), sentinel.system())
          .flatMap(one -> one.requests().stream())
          .toList();
    }

    @Override
    public void close() {
      kernel.close();
      sentinel.close();
    }
  }
}
