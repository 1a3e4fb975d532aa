package dev.throughline.server.sync;

import dev.throughline.model.sync.Merge;
import dev.throughline.server.log.LogStore;
import dev.throughline.server.log.RandomBytes;
import dev.throughline.server.log.Rescues;
import dev.throughline.server.log.ServerHand;
import dev.throughline.server.log.SyncCore;
import dev.throughline.server.people.Callers;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where sync meets the real clock and real randomness. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {
  /** What the one workspace is called when it is created. */
  @ConfigurationProperties("throughline.workspace")
  record WorkspaceSettings(@DefaultValue("Team workspace") String name) {}

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  SyncCore syncCore(
      LogStore log,
      Workspaces workspaces,
      InstantSource clock,
      RandomBytes randomBytes,
      Callers callers) {
    return new SyncCore(
        log, workspaces.served(), clock, randomBytes, Merge::apply, callers.notice());
  }

  @Bean
  ServerHand serverHand(
      ChangeIntake intake,
      LogStore log,
      Workspaces workspaces,
      InstantSource clock,
      RandomBytes random) {
    return new ServerHand(intake::take, log, workspaces.served().workspace(), clock, random);
  }

  @Bean
  Rescues rescues(LogStore log, Workspaces workspaces, ServerHand hand) {
    return new Rescues(log, workspaces.served().workspace(), hand);
  }

  @Bean
  RandomBytes randomBytes() {
    SecureRandom random = new SecureRandom();
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }
}
