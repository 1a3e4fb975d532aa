package dev.throughline.server.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where other computers could reach the server. Runs before anything is opened.
 * Goes away with TLS.
 */
@Component
final class LoopbackOnly implements BeanFactoryPostProcessor, EnvironmentAware {
  /** The address was not one of this computer's own. */
  static final class OpenToOthers extends RuntimeException {
    private static final long serialVersionUID = 1;

    OpenToOthers(String address) {
      super(address);
    }
  }

  private String server = "";
  private String management = "";

  @Override
  public void setEnvironment(Environment environment) {
    server = environment.getProperty("server.address", "");
    management = environment.getProperty("management.server.address", server);
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    for (String address : List.of(server, management)) {
      if (!isLoopback(address)) {
        throw new OpenToOthers(address);
      }
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
