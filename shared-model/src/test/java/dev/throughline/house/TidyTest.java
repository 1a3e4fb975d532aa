package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.house.DocsRules.World;
import dev.throughline.house.Repository.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The style of the house, read by a machine; {@code TidyBitesTest} shows that it is heard. */
class TidyTest {
  /** What is planted breaks the rules on purpose. */
  private static final List<SourceFile> FILES =
      Repository.textFiles().stream().filter(file -> !file.path().contains("/planted/")).toList();

  private static final Map<String, JavaFacts> JAVA = java();
  private static final String DESKTOP = "desktop-client/src/main/";

  @Test
  void linesAreTidy() {
    assertNothing(FILES.stream().flatMap(file -> LineRules.check(file).stream()).toList());
  }

  @Test
  void filesAndMethodsAreShortAndNamesSaySomething() {
    assertNothing(
        FILES.stream()
            .filter(file -> JAVA.containsKey(file.path()))
            .flatMap(file -> ShapeRules.check(file, JAVA.get(file.path())).stream())
            .toList());
  }

  @Test
  void everyLinkPathAndClassOfThePagesExists() {
    World world = world();
    assertNothing(
        FILES.stream()
            .filter(file -> file.ending().equals("md") && !file.path().contains("/resources/"))
            .flatMap(file -> DocsRules.check(file, world).stream())
            .toList());
  }

  @Test
  void everyTextIsThereAndSaid() {
    SourceFile texts =
        Repository.read(DESKTOP + "resources/dev/throughline/desktop/texts.properties");
    List<JavaFacts> code =
        JAVA.values().stream().filter(facts -> facts.path().startsWith(DESKTOP)).toList();
    assertNothing(TextRules.keys(texts, code));
  }

  @Test
  void theWordsPeopleSeeAreCalm() {
    assertNothing(
        FILES.stream()
            .filter(file -> file.ending().equals("properties") && file.path().contains("src/main/"))
            .flatMap(file -> TextRules.words(file).stream())
            .toList());
  }

  @Test
  void noResourceIsDead() {
    assertNothing(ResourceRules.check(Repository.paths(), new ArrayList<>(JAVA.values())));
  }

  private static void assertNothing(List<Finding> found) {
    assertThat(found).as("%s findings", found.size()).isEmpty();
  }

  private static Map<String, JavaFacts> java() {
    Map<String, JavaFacts> facts = new TreeMap<>();
    List<SourceFile> sources = FILES.stream().filter(file -> file.ending().equals("java")).toList();
    JavaFacts.of(sources).forEach(fact -> facts.put(fact.path(), fact));
    return facts;
  }

  private static World world() {
    Set<String> types = new HashSet<>();
    Set<String> packages = new HashSet<>();
    for (JavaFacts facts : JAVA.values()) {
      packages.add(facts.packageName());
      facts.types().forEach(type -> types.add(type.name()));
    }
    return new World(new HashSet<>(Repository.paths()), types, packages);
  }
}
