package dev.throughline.server.figures;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where threads come from. */
@Configuration(proxyBeanMethods = false)
class FigureConfiguration {
  /** Does what no push waits for. */
  interface Aside {
    void run(Runnable what);
  }

  @Bean
  Aside counting() {
    Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    return executor::execute;
  }
}
