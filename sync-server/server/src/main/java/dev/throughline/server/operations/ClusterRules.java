package dev.throughline.server.operations;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * With the profile {@code cluster} a server does not start on what was made for trying things out:
 * the provider with demo people, secrets everybody knows, a Vault that may be missing. That the
 * database is not the embedded one only the database can say; see {@link NewerDatabase}.
 */
@Component
@Profile(ClusterRules.PROFILE)
final class ClusterRules implements BeanFactoryPostProcessor, EnvironmentAware {
  static final String PROFILE = "cluster";

  /** What the embedded database is called by itself. */
  static final String EMBEDDED = "throughline-embedded";

  private static final int SECRET_LENGTH_MIN = 12;
  private static final Set<String> KNOWN_TO_ALL =
      Set.of("throughline", "changeit", "changeme", "password", "postgres", "secret", "demo");
  private static final String ISSUER = "throughline.identity.issuer";
  private static final String KEYSTORES = "spring.ssl.bundle.jks";

  /** The server is not fit for a cluster; the message says why, within a sentence. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit(String why) {
      super(why);
    }
  }

  private final List<String> wrong = new ArrayList<>();

  @Override
  public void setEnvironment(Environment environment) {
    if (!isOrganisations(environment.getProperty(ISSUER, ""))) {
      wrong.add(ISSUER + " is not an https address of another computer");
    }
    for (String user : List.of("owner", "app")) {
      String setting = "throughline.database." + user;
      require(environment, setting + ".password", environment.getProperty(setting + ".user", ""));
    }
    Binder.get(environment)
        .bind(KEYSTORES, Bindable.mapOf(String.class, Object.class))
        .ifBound(
            all ->
                all.keySet()
                    .forEach(
                        name ->
                            require(
                                environment, KEYSTORES + "." + name + ".keystore.password", "")));
    boolean isVaultOptional =
        Binder.get(environment)
            .bind("spring.config.import", Bindable.listOf(String.class))
            .orElseGet(List::of)
            .stream()
            .anyMatch(location -> location.startsWith("optional:vault:"));
    if (isVaultOptional) {
      wrong.add("spring.config.import makes Vault optional; use the profile vault instead");
    }
  }

  /** A secret that is not there is missed by whoever needs it. */
  private void require(Environment environment, String setting, String user) {
    String secret = environment.getProperty(setting);
    if (secret != null && isKnown(secret, user)) {
      wrong.add(
          "%s is too short or known to everybody; it takes %s characters"
              .formatted(setting, SECRET_LENGTH_MIN));
    }
  }

  private static boolean isKnown(String secret, String user) {
    String plain = secret.strip().toLowerCase(Locale.ROOT);
    return plain.length() < SECRET_LENGTH_MIN
        || KNOWN_TO_ALL.stream().anyMatch(word -> plain.replaceAll("[^a-z]", "").equals(word))
        || plain.equals(user.toLowerCase(Locale.ROOT));
  }

  private static boolean isOrganisations(String issuer) {
    if (!issuer.toLowerCase(Locale.ROOT).startsWith("https://")) {
      return false;
    }
    try {
      String host = URI.create(issuer).getHost();
      return host != null && !isHere(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** A name that cannot be looked up right now is somebody else's. */
  private static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!wrong.isEmpty()) {
      throw new Unfit(String.join("; ", wrong));
    }
  }
}
