package dev.throughline.server.operations;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * With the profile {@code cluster} a server does not start on what was made for trying things out:
 * the provider with demo people, an embedded Kernel or SentinelNet, recordings in a folder, secrets
 * everybody knows, a Vault that may be missing, proxies that may be anybody. That the database is
 * not the embedded one only the database can say; see {@link NewerDatabase}.
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
  private static final String SEAL_KEY = "throughline.audit.key";
  private static final List<String> OUTSIDE =
      List.of("throughline.kernel.url", "throughline.sentinel.url");
  private static final String KEYSTORES = "spring.ssl.bundle.jks";

  private static final Pattern KEY_IN_URL = Pattern.compile("[?&]sslkey=[^&]");
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&]password=([^&]*)");
  private static final List<String> LOCATIONS =
      List.of(
          "spring.config.import", "spring.config.location", "spring.config.additional-location");

  /** A user of the database, and where it may be set how. */
  private record DatabaseUser(String user, List<String> passwords, String url, String key) {
    private static final DatabaseUser OWNER =
        new DatabaseUser(
            "throughline.database.owner.user",
            List.of("throughline.database.owner.password", "spring.flyway.password"),
            "spring.flyway.url",
            "spring.flyway.jdbc-properties.sslkey");
    private static final DatabaseUser APP =
        new DatabaseUser(
            "throughline.database.app.user",
            List.of(
                "throughline.database.app.password",
                "spring.datasource.password",
                "spring.datasource.hikari.password"),
            "spring.datasource.url",
            "spring.datasource.hikari.data-source-properties.sslkey");

    /** Whether it shows a certificate, so that it needs no password. */
    boolean isByKey(Environment environment) {
      return !said(environment, key).orElse("").isBlank()
          || KEY_IN_URL.matcher(said(environment, url).orElse("")).find();
    }
  }

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
    requirePasswords(environment);
    Binder.get(environment)
        .bind(KEYSTORES, Bindable.mapOf(String.class, Object.class))
        .ifBound(
            all ->
                all.keySet()
                    .forEach(
                        name ->
                            require(
                                environment, KEYSTORES + "." + name + ".keystore.password", "")));
    require(environment, "throughline.notices.webhook.secret", "");
    requireVault(environment);
    requireProxies(environment);
    requireOutside(environment);
    requireBucket(environment);
    if (said(environment, SEAL_KEY).orElse("").isBlank()) {
      wrong.add(SEAL_KEY + " is not set, so that every start would seal with a key of its own");
    }
  }

  /** A folder is of one computer, and whoever runs that computer may delete what is held there. */
  private void requireBucket(Environment environment) {
    if (!said(environment, "throughline.blobs.folder").orElse("").isBlank()) {
      wrong.add("throughline.blobs.folder keeps recordings on one computer; use a bucket");
    } else if (said(environment, "throughline.blobs.s3.bucket").orElse("").isBlank()) {
      wrong.add("throughline.blobs.s3.bucket does not say where recordings are kept");
    }
    String endpoint = said(environment, "throughline.blobs.s3.endpoint").orElse("").strip();
    if (!endpoint.isEmpty() && !endpoint.toLowerCase(Locale.ROOT).startsWith("https://")) {
      wrong.add("throughline.blobs.s3.endpoint is not an https address");
    }
    require(environment, "throughline.blobs.s3.secret-key", "");
  }

  /** Without an address each of them would be the embedded one. */
  private void requireOutside(Environment environment) {
    for (String url : OUTSIDE) {
      String address = said(environment, url).orElse("").strip().toLowerCase(Locale.ROOT);
      if (address.isEmpty()) {
        wrong.add(url + " is not set, so that an embedded one would be asked");
      } else if (!address.startsWith("https://")) {
        wrong.add(url + " is not an https address");
      }
    }
  }

  /** As an operator sets them, and as they are used, which may have been set past those. */
  private void requirePasswords(Environment environment) {
    for (DatabaseUser one : List.of(DatabaseUser.OWNER, DatabaseUser.APP)) {
      boolean isByKey = one.isByKey(environment);
      for (String setting : one.passwords()) {
        boolean isNeeded = !(isByKey && said(environment, setting).orElse("").isEmpty());
        if (isNeeded) {
          require(environment, setting, said(environment, one.user()).orElse(""));
        }
      }
      Matcher inUrl = PASSWORD_IN_URL.matcher(said(environment, one.url()).orElse(""));
      while (inUrl.find()) {
        String secret = URLDecoder.decode(inUrl.group(1), StandardCharsets.UTF_8);
        if (isKnown(secret, said(environment, one.user()).orElse(""))) {
          wrong.add(tooWeak("the password in " + one.url()));
        }
      }
    }
  }

  /** A setting as whoever uses it gets it. */
  private static Optional<String> said(Environment environment, String setting) {
    BindResult<String> bound = Binder.get(environment).bind(setting, String.class);
    return bound.isBound() ? Optional.of(bound.get()) : Optional.empty();
  }

  private void requireVault(Environment environment) {
    if (environment.matchesProfiles("vault")) {
      for (String setting : List.of("spring.cloud.vault.enabled", "spring.cloud.vault.fail-fast")) {
        if (!environment.getProperty(setting, Boolean.class, true)) {
          wrong.add(setting + " is false, so that Vault may be passed over");
        }
      }
    }
    for (String setting : LOCATIONS) {
      if (everywhere(environment, setting).anyMatch(ClusterRules::isOptionalVault)) {
        wrong.add(setting + " makes Vault optional; use the profile vault instead");
      }
    }
  }

  /**
   * What every source says, because a list of one hides that of another but is read all the same.
   */
  private static Stream<String> everywhere(Environment environment, String setting) {
    return ((ConfigurableEnvironment) environment)
        .getPropertySources().stream()
            .flatMap(source -> Stream.ofNullable(ConfigurationPropertySource.from(source)))
            .flatMap(
                source ->
                    new Binder(
                            List.of(source), new PropertySourcesPlaceholdersResolver(environment))
                        .bind(setting, Bindable.listOf(String.class)).orElseGet(List::of).stream());
  }

  private static boolean isOptionalVault(String locations) {
    return Arrays.stream(locations.split(";"))
        .anyMatch(one -> one.replaceAll("\\s", "").startsWith("optional:vault:"));
  }

  /**
   * Who may say where a request comes from is by itself every private address, and with Spring's
   * own filter everybody. On some platforms Spring believes them without being told to.
   */
  private void requireProxies(Environment environment) {
    String proxies = "server.tomcat.remoteip.internal-proxies";
    String strategy = "server.forward-headers-strategy";
    String chosen = environment.getProperty(strategy, "").strip().toLowerCase(Locale.ROOT);
    if (chosen.equals("framework")) {
      wrong.add(strategy + " is framework, which believes everybody; use native");
    }
    CloudPlatform platform = CloudPlatform.getActive(environment);
    boolean isOfPlatform = platform != null && platform.isUsingForwardHeaders();
    boolean isTold =
        !environment.getProperty("server.tomcat.remoteip.remote-ip-header", "").isBlank()
            || !environment.getProperty("server.tomcat.remoteip.protocol-header", "").isBlank()
            || chosen.equals("native")
            || (chosen.isEmpty() && isOfPlatform);
    if (isTold && environment.getProperty(proxies, "").isBlank()) {
      wrong.add(proxies + " does not say which addresses are those of your proxies");
    }
  }

  /** A secret that is not there is missed by whoever needs it. */
  private void require(Environment environment, String setting, String user) {
    if (said(environment, setting).filter(secret -> isKnown(secret, user)).isPresent()) {
      wrong.add(tooWeak(setting));
    }
  }

  private static String tooWeak(String secret) {
    return "%s is too short or known to everybody; it takes %s characters"
        .formatted(secret, SECRET_LENGTH_MIN);
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
