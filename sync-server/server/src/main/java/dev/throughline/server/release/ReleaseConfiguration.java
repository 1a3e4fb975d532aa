package dev.throughline.server.release;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the workflow engine and threads come from. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {
  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("!'${throughline.temporal.target:}'.isEmpty()")
  Courses courses(TemporalSettings settings, HandoffSteps steps) {
    return new TemporalCourses(settings, steps);
  }

  /** Does what is not to be waited for. */
  interface Later {
    void run(Runnable what);
  }

  @Bean
  Later nudging(TemporalSettings settings) {
    if (settings.target().isEmpty()) {
      LoggerFactory.getLogger(ReleaseConfiguration.class)
          .info("There is no workflow engine: what was signed is not carried out.");
    }
    Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    return executor::execute;
  }
}
