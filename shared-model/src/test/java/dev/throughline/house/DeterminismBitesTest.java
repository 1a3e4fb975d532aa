package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import dev.throughline.house.planted.Planted;
import dev.throughline.model.sync.Merge;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shared model has no seam at all: it is pure. And the rule of both sides bites. */
class DeterminismBitesTest {
  private static final ImportOption MODEL =
      (Location location) -> location.contains("/dev/throughline/model/");

  @Test
  void theSharedModelIsPure() {
    JavaClasses model =
        new ClassFileImporter()
            .withImportOption(MODEL)
            .importUrl(Merge.class.getProtectionDomain().getCodeSource().getLocation());
    Determinism.outside(DescribedPredicate.alwaysFalse()).check(model);
  }

  @Test
  void everyPlantedCallIsReportedWithItsRemedy() {
    JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
    List<String> reported =
        Determinism.outside(DescribedPredicate.alwaysFalse())
            .evaluate(planted)
            .getFailureReport()
            .getDetails();
    assertThat(Planted.MISTAKES)
        .allSatisfy(
            (method, remedy) ->
                assertThat(reported)
                    .as("what Planted.%s does is not reported", method)
                    .anyMatch(line -> line.contains("." + method + "(") && line.contains(remedy)));
    assertThat(reported).noneMatch(line -> line.contains(".fine("));
  }

  @Test
  void somethingOfEveryForbiddenOwnerIsPlanted() {
    String reported =
        String.join(
            "\n",
            Determinism.outside(DescribedPredicate.alwaysFalse())
                .evaluate(new ClassFileImporter().importClasses(Planted.class))
                .getFailureReport()
                .getDetails());
    assertThat(Determinism.FORBIDDEN)
        .allSatisfy(
            forbidden -> assertThat(reported).contains("<" + forbidden.owner().getName() + "."));
  }

  @Test
  void everyForbiddenNameExists() {
    for (Determinism.Forbidden forbidden : Determinism.FORBIDDEN) {
      List<String> names =
          Stream.concat(
                  Arrays.stream(forbidden.owner().getMethods()).map(method -> method.getName()),
                  Stream.of("<init>"))
              .toList();
      assertThat(names)
          .as("a name that does not exist guards nothing: %s", forbidden.owner())
          .containsAll(forbidden.names());
    }
  }
}
