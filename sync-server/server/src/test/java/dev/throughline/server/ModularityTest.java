package dev.throughline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModularityTest {
  private final ApplicationModules modules = ApplicationModules.of(SyncServer.class);

  @Test
  void modulesKeepToWhatTheyMayUse() {
    modules.verify();
  }

  @Test
  void everyModuleIsSeen() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .as("add a new module here and to the server packages of docs/architecture.md")
        .containsExactlyInAnyOrder(
            "approval",
            "blob",
            "figures",
            "http",
            "kernel",
            "keys",
            "log",
            "notice",
            "operations",
            "outside",
            "people",
            "cases",
            "product",
            "release",
            "sentinel",
            "sync");
  }

  @Test
  void everyModuleDeclaresItself() {
    assertThat(Declarations.missing(modules, "src/main/java")).isEmpty();
  }

  @Test
  void aPlantedViolationIsNoticed() {
    assertThatThrownBy(planted()::verify)
        .isInstanceOf(Violations.class)
        .hasMessageContaining("Neighbour");
  }

  @Test
  void aModuleThatDeclaresNothingIsNoticed() {
    assertThat(Declarations.missing(planted(), "src/test/java"))
        .contains(
            "dev.throughline.planted.silent: add @NullMarked to package-info.java",
            "dev.throughline.planted.silent: add allowedDependencies to @ApplicationModule in"
                + " package-info.java; {} means none",
            "dev.throughline.planted.silent: say in one sentence of package-info.java what the"
                + " module is for and what it must not do");
    assertThat(Declarations.missing(planted(), "src/test/java"))
        .noneMatch(line -> line.contains("planted.left") && line.contains("sentence"));
  }

  private static ApplicationModules planted() {
    return ApplicationModules.of("dev.throughline.planted", new ImportOption.OnlyIncludeTests());
  }
}
