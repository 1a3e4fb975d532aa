package dev.throughline.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.throughline.house.Determinism;
import org.junit.jupiter.api.Test;

/** The server meets clock, randomness and threads in its configurations, operations and keys. */
class ServerDeterminismTest {
  private static final DescribedPredicate<JavaClass> SEAMS =
      belongTo(simpleNameEndingWith("Configuration"))
          .or(resideInAPackage("..server.operations.."))
          .or(resideInAPackage("..server.keys.."))
          .as("*Configuration, operations and keys");

  private final ArchRule rule = Determinism.outside(SEAMS);

  @Test
  void theServerMeetsTheMachineAtItsSeamsOnly() {
    var server = SyncServer.class.getProtectionDomain().getCodeSource().getLocation();
    rule.check(new ClassFileImporter().importUrl(server));
  }

  @Test
  void aPlantedViolationIsNoticed() {
    var planted = new ClassFileImporter().importPackages("dev.throughline.planted.silent");
    assertThat(rule.evaluate(planted).getFailureReport().getDetails())
        .anyMatch(line -> line.contains("Asker") && line.contains("InstantSource"));
  }
}
