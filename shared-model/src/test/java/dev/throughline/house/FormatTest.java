package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java file of the repository is as google-java-format leaves it. */
class FormatTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyFileIsFormatted() throws Exception {
    boolean apply = Boolean.getBoolean("throughline.format.apply");
    List<String> unformatted = new ArrayList<>();
    for (Path file : javaFiles()) {
      String text = Files.readString(file);
      String formatted = formatted(text);
      if (!formatted.equals(text)) {
        unformatted.add(ROOT.relativize(file).toString());
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!apply) {
      assertThat(unformatted).as("run: ./workbench format").isEmpty();
    }
  }

  @Test
  void aPlantedViolationIsNoticed() throws Exception {
    String planted = "package a; import java.util.List;\nclass  B { int  c ; }\n";
    assertThat(formatted(planted)).isEqualTo("package a;\n\nclass B {\n  int c;\n}\n");
  }

  private static String formatted(String text) throws FormatterException {
    return new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(text));
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }
}
