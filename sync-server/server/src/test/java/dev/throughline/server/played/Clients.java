package dev.throughline.server.played;

import dev.throughline.server.outside.OutsideClient;
import dev.throughline.server.outside.OutsideClients;
import dev.throughline.server.outside.OutsideSystem;
import dev.throughline.server.outside.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Clients of played systems, made as the server makes its own. */
public record Clients(
    DefaultSslBundleRegistry bundles, MeterRegistry meters, OutsideClients clients) {
  private static final String BUNDLE = "ours";

  /** Show the certificate of that name. */
  public static Clients showing(TestAuthority authority, String name, InstantSource clock) {
    DefaultSslBundleRegistry bundles =
        new DefaultSslBundleRegistry(BUNDLE, bundle(authority, name));
    MeterRegistry meters = new SimpleMeterRegistry();
    return new Clients(bundles, meters, new OutsideClients(bundles, meters, byte[]::new, clock));
  }

  /** Shows another certificate from now on. */
  public void renew(TestAuthority authority, String name) {
    bundles.updateBundle(BUNDLE, bundle(authority, name));
  }

  public OutsideClient of(String system, String url, Patience patience) {
    return clients.of(new OutsideSystem(system, url, Optional.of(BUNDLE), patience));
  }

  private static SslBundle bundle(TestAuthority authority, String name) {
    return SslBundle.of(
        SslStoreBundle.of(
            authority.keys(name), TestAuthority.PASSWORD, authority.keys(TestAuthority.TRUST)));
  }
}
