package dev.throughline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModularityTest {
  private final ApplicationModules modules = ApplicationModules.of(SyncServer.class);

  @Test
  void modulesKeepToWhatTheyMayUse() {
    modules.verify();
  }

  @Test
  void everyModuleDeclaresWhatItMayUse() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrder("http", "operations", "sync");
    assertThat(modules.stream().map(module -> module.getBasePackage()))
        .allSatisfy(
            base -> {
              assertThat(base.getAnnotation(ApplicationModule.class)).isPresent();
              assertThat(base.getAnnotation(NullMarked.class)).isPresent();
            });
  }

  @Test
  void aPlantedViolationIsNoticed() {
    ImportOption onlyTests = new ImportOption.OnlyIncludeTests();
    ApplicationModules planted = ApplicationModules.of("dev.throughline.planted", onlyTests);
    assertThatThrownBy(planted::verify)
        .isInstanceOf(Violations.class)
        .hasMessageContaining("Neighbour");
  }
}
