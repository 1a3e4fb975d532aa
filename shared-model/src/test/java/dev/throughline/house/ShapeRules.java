package dev.throughline.house;

import dev.throughline.house.Repository.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How long a file and a method may be, and which names say nothing. */
final class ShapeRules {
  private static final int FILE_MAX = 400;
  private static final int TEST_FILE_MAX = 500;
  private static final int METHOD_MAX = 70;

  private static final String BY_NOUN = "name it after what it does, with a word of the glossary";

  /** Words of a type's name that say nothing or something else, with what to write instead. */
  private static final Map<Pattern, String> NAMES =
      Map.of(
          Pattern.compile("Utils?(?![a-z])"), BY_NOUN,
          Pattern.compile("Helpers?(?![a-z])"), BY_NOUN,
          Pattern.compile("Managers?(?![a-z])"), BY_NOUN,
          Pattern.compile("^(Common|Misc)|Common$"), BY_NOUN,
          Pattern.compile("Impl$"), "name the adapter by its technology and its port",
          Pattern.compile("^Abstract"), "a contract test is XContract; else name what it is",
          Pattern.compile("^I[A-Z][a-z]"), "name the port without an I",
          Pattern.compile("Project"), "the glossary says study",
          Pattern.compile("Contact(?!s?Panel)"), "the glossary says participant",
          Pattern.compile("Login"),
              "the glossary says session for the page and sign-in for the act");

  private static final Map<String, String> PACKAGES = new TreeMap<>();

  static {
    for (String empty :
        List.of(
            "util", "utils", "common", "helper", "helpers", "base", "impl", "manager", "core",
            "misc")) {
      PACKAGES.put(
          empty, "name the package by a noun of the glossary; if nothing fits, the map is wrong");
    }
    for (String layer : List.of("service", "repository", "controller", "controllers", "services")) {
      PACKAGES.put(layer, "divide by feature, never by layer");
    }
  }

  private ShapeRules() {}

  static List<Finding> check(SourceFile file, JavaFacts facts) {
    List<Finding> found = new ArrayList<>();
    int lines = file.lines().size();
    int max = file.isTest() ? TEST_FILE_MAX : FILE_MAX;
    if (lines > max) {
      found.add(
          new Finding(
              file.path(), max, lines + " lines in a file", "divide it; the limit is " + max));
    }
    for (JavaFacts.Sized method : facts.methods()) {
      if (method.lines() > METHOD_MAX) {
        found.add(
            new Finding(
                file.path(),
                method.line(),
                method.lines() + " lines in the method " + method.name(),
                "divide it; the limit is " + METHOD_MAX));
      }
    }
    for (JavaFacts.Named type : facts.types()) {
      NAMES.forEach(
          (pattern, fix) -> {
            if (pattern.matcher(type.name()).find()) {
              found.add(new Finding(file.path(), type.line(), "the name " + type.name(), fix));
            }
          });
    }
    for (String part : facts.packageName().split("\\.", -1)) {
      if (PACKAGES.containsKey(part)) {
        found.add(new Finding(file.path(), 1, "the package name " + part, PACKAGES.get(part)));
      }
    }
    return found;
  }
}
