package dev.throughline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.JavaPackage;

/** What every module says of itself: null-marked, what it may use, and a sentence. */
final class Declarations {
  private static final Pattern SENTENCE =
      Pattern.compile("(?s)/\\*\\*.*\\w\\s+\\w.*\\..*\\*/.*package ");

  private Declarations() {}

  static List<String> missing(ApplicationModules modules, String sources) {
    List<String> missing = new ArrayList<>();
    modules.stream()
        .map(module -> module.getBasePackage())
        .forEach(
            base -> {
              if (base.getAnnotation(NullMarked.class).isEmpty()) {
                missing.add(base.getName() + ": add @NullMarked to package-info.java");
              }
              if (!declares(base.getAnnotation(ApplicationModule.class))) {
                missing.add(
                    base.getName()
                        + ": add allowedDependencies to @ApplicationModule in package-info.java;"
                        + " {} means none");
              }
              if (!SENTENCE.matcher(source(base, sources)).find()) {
                missing.add(
                    base.getName()
                        + ": say in one sentence of package-info.java what the module is for and"
                        + " what it must not do");
              }
            });
    return missing;
  }

  /** The default stands for "anything", which is what must be ruled out. */
  private static boolean declares(Optional<ApplicationModule> module) {
    return module
        .filter(
            found ->
                Arrays.stream(found.allowedDependencies())
                    .noneMatch(ApplicationModule.OPEN_TOKEN::equals))
        .isPresent();
  }

  private static String source(JavaPackage base, String sources) {
    try {
      return Files.readString(
          Path.of(sources, base.getName().split("\\.")).resolve("package-info.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
