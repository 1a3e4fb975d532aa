package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps colours in the token sheet and every other sheet on its roles. */
class SheetsTest {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(");
  private static final Pattern ROLE = Pattern.compile("-(tl|color)-[a-z0-9-]+");
  private static final Pattern DEFINED = Pattern.compile("(?m)^\\s*(-(tl|color)-[a-z0-9-]+):");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ui/base.css",
        "ui/parts.css",
        "ui/activity.css",
        "shell/shell.css",
        "places.css",
        "failure/failure.css",
        "walkthrough/walkthrough.css"
      })
  void sheetsNameRolesAndNoColours(String sheet) throws IOException {
    assertThat(COLOUR.matcher(read(sheet)).results().map(MatchResult::group)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ui/base.css",
        "ui/parts.css",
        "ui/activity.css",
        "shell/shell.css",
        "places.css",
        "failure/failure.css",
        "walkthrough/walkthrough.css"
      })
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
