package dev.throughline.server.operations;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where other computers could reach a server that speaks no TLS or lets anybody
 * in. Runs before anything is opened.
 */
@Component
final class ClosedToOthers implements BeanFactoryPostProcessor, EnvironmentAware {
  /** Others could reach this address, and something that this takes is missing. */
  static final class OpenToOthers extends RuntimeException {
    private static final long serialVersionUID = 1;

    OpenToOthers(String address) {
      super(address);
    }
  }

  private String server = "";
  private String management = "";
  private boolean isSafe;

  @Override
  public void setEnvironment(Environment environment) {
    server = environment.getProperty("server.address", "");
    management = environment.getProperty("management.server.address", server);
    boolean isOwnPort = !environment.getProperty("management.server.port", "").isBlank();
    isSafe =
        Encrypted.is(environment)
            && isReal(environment.getProperty("throughline.identity.issuer", ""))
            && !isOwnPort;
  }

  /** Tokens of a provider that is reached without TLS could be anybody's. */
  private static boolean isReal(String issuer) {
    return issuer.toLowerCase(Locale.ROOT).startsWith("https://")
        && URI.create(issuer).getHost() != null;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!isLoopback(server) && !isSafe) {
      throw new OpenToOthers(server);
    }
    if (!isLoopback(management) && !(isSafe && management.equals(server))) {
      throw new OpenToOthers(management);
    }
  }

  private static boolean isLoopback(String address) {
    if (address.isBlank()) {
      return false;
    }
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
