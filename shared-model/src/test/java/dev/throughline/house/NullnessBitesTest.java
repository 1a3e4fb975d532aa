package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.house.Repository.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * NullAway only looks at packages that say so; every main package does, and says what it is for.
 */
class NullnessBitesTest {
  private static final String PACKAGE_INFO = "package-info.java";
  private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*.*\\w\\s+\\w.*\\..*\\*/");

  @Test
  void everyMainPackageIsNullMarkedAndHasASentence() {
    List<SourceFile> main =
        Repository.textFiles().stream()
            .filter(file -> file.path().contains("/src/main/java/"))
            .toList();
    assertThat(main).isNotEmpty();
    assertThat(findings(main)).isEmpty();
  }

  @Test
  void plantedPackagesAreReported() {
    assertThat(
            findings(
                List.of(
                    new SourceFile("a/bare/A.java", "class A {}\n"),
                    new SourceFile("a/silent/package-info.java", "@NullMarked\npackage a;\n"),
                    new SourceFile("a/open/package-info.java", "/** Says it all. */\npackage b;\n"),
                    new SourceFile(
                        "a/good/package-info.java",
                        "/** Says it all. */\n@NullMarked\npackage c;\n"))))
        .extracting(Finding::toString)
        .containsExactly(
            "a/bare/package-info.java:1: no @NullMarked; add it, so that NullAway looks here",
            "a/bare/package-info.java:1: no sentence; say what the package is for and must not do",
            "a/open/package-info.java:1: no @NullMarked; add it, so that NullAway looks here",
            "a/silent/package-info.java:1: no sentence; say what the package is for and must not"
                + " do");
  }

  private static List<Finding> findings(List<SourceFile> files) {
    Map<String, String> packages = new TreeMap<>();
    for (SourceFile file : files) {
      String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
      String text = file.name().equals(PACKAGE_INFO) ? file.text() : "";
      packages.merge(folder + PACKAGE_INFO, text, String::concat);
    }
    List<Finding> found = new ArrayList<>();
    packages.forEach(
        (path, text) -> {
          if (!text.contains("@NullMarked")) {
            found.add(
                new Finding(path, 1, "no @NullMarked", "add it, so that NullAway looks here"));
          }
          if (!SENTENCE.matcher(text).find()) {
            found.add(
                new Finding(path, 1, "no sentence", "say what the package is for and must not do"));
          }
        });
    return found;
  }
}
