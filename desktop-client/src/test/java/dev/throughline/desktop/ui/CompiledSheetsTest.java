package dev.throughline.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

/** What starts read instead of the sheets is made of these very sheets. */
class CompiledSheetsTest {
  private static Path classes() throws Exception {
    URL sheet =
        Objects.requireNonNull(
            CompiledSheetsTest.class.getResource("/dev/throughline/desktop/places.css"));
    assumeTrue(sheet.getProtocol().equals("file"), "the classes are not in a folder");
    Path classes = Objects.requireNonNull(Path.of(sheet.toURI()).getParent());
    assumeTrue(
        Files.exists(CompiledSheets.binary(classes.resolve("places.css"))),
        "only a Maven build compiles the sheets");
    return classes;
  }

  @Test
  void everySheetHasItsBinaryFormWithTheSameRules() throws Exception {
    List<Path> sheets = CompiledSheets.sheets(classes());
    assertThat(sheets).hasSizeGreaterThan(10);
    for (Path sheet : sheets) {
      List<String> text = rules(new CssParser().parse(sheet.toUri().toURL()));
      List<String> binary =
          rules(Stylesheet.loadBinary(CompiledSheets.binary(sheet).toUri().toURL()));
      assertThat(binary).as(sheet.toString()).isEqualTo(text).isNotEmpty();
    }
  }

  private static List<String> rules(Stylesheet sheet) {
    return sheet.getRules().stream().map(CompiledSheetsTest::rule).toList();
  }

  private static String rule(Rule rule) {
    return rule.getSelectors() + " " + rule.getDeclarations().size() + " " + names(rule);
  }

  private static List<String> names(Rule rule) {
    return rule.getDeclarations().stream().map(one -> one.getProperty()).toList();
  }
}
