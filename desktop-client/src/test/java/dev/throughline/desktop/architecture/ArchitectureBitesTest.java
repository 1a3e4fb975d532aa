package dev.throughline.desktop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the desktop reports the class planted for it, and no class planted as fine. */
class ArchitectureBitesTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("dev.throughline.planted.desktop");

  private static final Map<String, List<String>> EXPECTED =
      Map.ofEntries(
          Map.entry("NO_CYCLES", List.of("CircleThere", "CircleBack")),
          Map.entry("ONLY_ROOT_TYPES_OF_OTHERS", List.of("Burglar")),
          Map.entry("BELOW_KNOWS_NO_FEATURE", List.of("KnowsAFeature")),
          Map.entry("NOBODY_KNOWS_APP", List.of("KnowsApp")),
          Map.entry("SCENE_ONLY_IN_VIEWS", List.of("SceneInLogic")),
          Map.entry("VIEWS_DO_NOT_TOUCH_STORES", List.of("StoreInView")),
          Map.entry("VIEW_MODELS_SEE_NO_CONTROLS", List.of("ControlViewModel")),
          Map.entry("SQL_ONLY_IN_STORES", List.of("SqlInFeature")),
          Map.entry("HTTP_ONLY_IN_ITS_ADAPTER", List.of("HttpElsewhere")),
          Map.entry(
              "ADAPTERS_ARE_BUILT_IN_APP", List.of("BuildsAdapter", "BuildsAdapterByReference")),
          Map.entry("SWITCHES_ARE_TURNED_IN_APP", List.of("TurnsSwitch")),
          Map.entry("NO_JAVAFX_BELOW", List.of("FxInJournal")),
          Map.entry("DETERMINISM", List.of("AsksTheClock")));

  static Stream<String> rules() {
    return EXPECTED.keySet().stream();
  }

  @Test
  void everyRuleHasAPlantedViolation() {
    assertThat(ClientArchitectureTest.all().keySet())
        .as("plant a violation in dev.throughline.planted.desktop for a new rule")
        .isEqualTo(EXPECTED.keySet());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePlantedClassIsReported(String rule) {
    String report = report(rule);
    assertThat(EXPECTED.get(rule)).allMatch(name -> report.contains("." + name));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsFineIsNotReported(String rule) {
    assertThat(report(rule)).doesNotContain(".Fine");
  }

  private static String report(String rule) {
    return String.join(
        "\n",
        ClientArchitectureTest.all().get(rule).evaluate(PLANTED).getFailureReport().getDetails());
  }
}
