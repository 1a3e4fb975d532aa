package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps colours in the token sheet and every other sheet on its roles. */
class SheetsTest {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(");
  private static final Pattern ROLE = Pattern.compile("-(tl|color)-[a-z0-9-]+");
  private static final Pattern DEFINED = Pattern.compile("(?m)^\\s*(-(tl|color)-[a-z0-9-]+):");

  /** Every sheet but the two that say what the roles are. */
  static List<String> sheets() throws IOException {
    Path folder = Path.of("src", "main", "resources", "dev", "throughline", "desktop");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".css"))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !Set.of("ui/throughline.css", "ui/primer.css").contains(name))
          .sorted()
          .toList();
    }
  }

  @Test
  void sheetsOfAllFeaturesAreRead() throws IOException {
    assertThat(sheets()).contains("ui/base.css", "recording/recording.css", "handoff/handoff.css");
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void sheetsNameRolesAndNoColours(String sheet) throws IOException {
    assertThat(COLOUR.matcher(read(sheet)).results().map(MatchResult::group)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void everyOwnRoleIsDefined(String sheet) throws IOException {
    var used =
        ROLE.matcher(read(sheet))
            .results()
            .map(MatchResult::group)
            .filter(role -> role.startsWith("-tl-"))
            .collect(Collectors.toSet());
    used.removeAll(defined("ui/throughline.css"));
    used.removeAll(defined(sheet));
    assertThat(used).isEmpty();
  }

  @Test
  void darkRedefinesEveryColourOfTheLightTheme() throws IOException {
    var both = read("ui/throughline.css").split("@media", 2);
    assertThat(colours(both[1])).isEqualTo(colours(both[0]));
  }

  private static Set<String> colours(String sheet) {
    return Pattern.compile("(-[a-z0-9-]+): (#|rgba)")
        .matcher(sheet)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> defined(String sheet) throws IOException {
    return DEFINED.matcher(read(sheet)).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  private static String read(String sheet) throws IOException {
    var path = "/dev/throughline/desktop/" + sheet;
    try (var bytes = Objects.requireNonNull(SheetsTest.class.getResourceAsStream(path), path)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
