package dev.throughline.house;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every resource is named by the code that reads it, or lies where a framework looks. */
final class ResourceRules {
  private static final List<String> FRAMEWORKS =
      List.of(
          "/META-INF/",
          "/db/migration/",
          "/static/",
          "/resources/application.yml",
          // Of the profiles cluster and vault; Spring reads them by the profile's name.
          "/resources/application-cluster.yml",
          "/resources/application-vault.yml");

  private ResourceRules() {}

  static List<Finding> check(List<String> paths, List<JavaFacts> code) {
    Set<String> said = new HashSet<>();
    for (JavaFacts facts : code) {
      if (facts.path().contains("src/main/")) {
        facts.literals().forEach(literal -> said.add(literal.name()));
      }
    }
    List<Finding> found = new ArrayList<>();
    for (String path : paths) {
      if (path.contains("src/main/resources/")
          && FRAMEWORKS.stream().noneMatch(path::contains)
          && said.stream().noneMatch(literal -> names(literal, path))) {
        found.add(new Finding(path, 1, "no code names this resource", "read it, or take it away"));
      }
    }
    return found;
  }

  /** By its whole name, or by its ending where the name comes from data. */
  private static boolean names(String literal, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.'));
    return literal.equals(name) || literal.endsWith("/" + name) || literal.equals(ending);
  }
}
