package dev.throughline.desktop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.throughline.desktop.app.ClientWiring;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The insides of the desktop; {@code ArchitectureBitesTest} shows that each rule reports. */
class ClientArchitectureTest {
  private static final String BASE = "dev.throughline.desktop.";
  private static final JavaClasses CLIENT =
      new ClassFileImporter()
          .withImportOption(location -> location.contains("/dev/throughline/desktop/"))
          .importUrl(ClientWiring.class.getProtectionDomain().getCodeSource().getLocation());

  static Stream<String> rules() {
    return all().keySet().stream();
  }

  /** Every rule of {@link ClientRules} by its name. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new TreeMap<>();
    Arrays.stream(ClientRules.class.getDeclaredFields())
        .filter(
            field -> field.getType() == ArchRule.class && Modifier.isStatic(field.getModifiers()))
        .forEach(
            field -> {
              try {
                rules.put(field.getName(), (ArchRule) field.get(null));
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
              }
            });
    return rules;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theDesktopKeeps(String rule) {
    all().get(rule).check(CLIENT);
  }

  @Test
  void everyPackageHasItsPlaceInTheRules() {
    Set<String> placed = new TreeSet<>(ClientRules.FEATURES);
    placed.addAll(ClientRules.BELOW);
    placed.addAll(ClientRules.ABOVE);
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLIENT) {
      found.add(type.getPackageName().substring(BASE.length()).replaceFirst("\\..*", ""));
    }
    assertThat(placed)
        .as("put a new package into FEATURES, BELOW or ABOVE of ClientRules; take a dead one out")
        .isEqualTo(found);
  }

  /** ArchUnit does not mind a forbidden target that does not exist; this does. */
  @Test
  void everyNameInTheRulesExists() throws ClassNotFoundException {
    List<String> names = new ArrayList<>();
    CLIENT.forEach(type -> names.add(type.getSimpleName()));
    assertThat(names)
        .containsAll(ClientRules.ADAPTERS)
        .contains("LocalStore", "Ledger", "SyncLoop");
    List<String> packages = new ArrayList<>();
    CLIENT.forEach(type -> packages.add(type.getPackageName()));
    assertThat(packages)
        .containsAll(ClientRules.WITHOUT_JAVAFX.stream().map(name -> BASE + name).toList())
        .containsAll(ClientRules.OPEN_SUB_PACKAGES.keySet().stream().map(BASE::concat).toList());
    for (String target :
        List.of(
            "javafx.scene.Node",
            "javafx.stage.Stage",
            "javafx.css.PseudoClass",
            "javafx.beans.Observable",
            "javafx.collections.ObservableList",
            "java.sql.Connection",
            "javax.sql.DataSource",
            "org.h2.Driver",
            "java.net.http.HttpClient")) {
      Class<?> found = Class.forName(target, false, getClass().getClassLoader());
      assertThat(found.getName()).isEqualTo(target);
    }
  }
}
