package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.house.DocsRules.World;
import dev.throughline.house.Repository.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds every tidy rule something untidy and compares what it says. */
class TidyBitesTest {
  private static final World WORLD =
      new World(
          Set.of("docs/a.md", "docs/b.md", "pom.xml", "model/src/Merge.java"),
          Set.of("Merge"),
          Set.of("dev.throughline.model.sync"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A.java | // TO%DO: later | unfinished work without an issue",
        "A.java | /** @auth%or Ada */ | an author tag",
        "A.java | e.printSta%ckTrace(); | a stack trace on the console",
        "A.java | import org.mock%ito.Mock; | a mock library",
        "A.java | import lom%bok.Data; | Lombok",
        "A.java | import javafx.fx%ml.FXML; | FXML",
        "A.java | @Display%Name(\"a\") | a display name",
        "A.java | @Dis%abled | a test switched off without a reason",
        "A.java | Thread.sle%ep(5); | sleeping",
        "A.java | assert%True(ok); | a JUnit assertion",
        "A.java | // int old = count(); | code in a comment",
        "A.java | //   } | code in a comment",
        "pom.xml | <!-- <dependency>old</dependency> --> | code in a comment",
        "a.properties | # home.old=Old text | a text in a comment",
        "a.sql | -- DROP TABLE head; | code in a comment",
        "a.css | /* -fx-padding: 0; */ | code in a comment",
        "docs/a.md | see /ro%ot/checkout/x | a path of one machine",
        "docs/a.md | see /ho%me/ada/x | a path of one machine",
      })
  void aBannedLineIsReported(String path, String line, String what) {
    List<Finding> found = LineRules.check(new SourceFile(path, line.replace("%", "") + "\n"));
    assertThat(found).extracting(Finding::what).containsExactly(what);
    assertThat(found).allSatisfy(finding -> assertThat(finding.fix()).isNotBlank());
  }

  @Test
  void whatIsFineIsNotReported() {
    String text =
        """
        // A sentence that says why (and how).
        // See TO%DO #12 for the rest.
        @Dis%abled("no sound card here")
        String path = "/home";
        """;
    assertThat(LineRules.check(new SourceFile("A.java", text.replace("%", "")))).isEmpty();
  }

  @Test
  void aLongLineIsReportedWhereItStands() {
    var file = new SourceFile("a.css", "x\n" + "y".repeat(121) + "\n");
    assertThat(LineRules.check(file).toString())
        .isEqualTo("[a.css:2: 121 characters in a line; break it at 120]");
    var imported = new SourceFile("A.java", "import " + "y".repeat(121) + ";\n");
    assertThat(LineRules.check(imported)).isEmpty();
  }

  @Test
  void whiteSpaceAndAMissingLineEndAreReported() {
    assertThat(LineRules.check(new SourceFile("a.css", "x \ny")).toString())
        .isEqualTo(
            "[a.css:1: white space at the end of the line; take it away,"
                + " a.css:2: no line end at the end; add one]");
  }

  @Test
  void aLongMethodIsReportedAndItsCommentDoesNotCount() {
    String body = "    a();\n".repeat(70);
    assertThat(shape("A.java", "class A {\n  void a() {\n" + body + "  }\n}\n"))
        .containsExactly("A.java:2: 72 lines in the method a; divide it; the limit is 70");
    String comment = "  /**\n" + "   * Words.\n".repeat(80) + "   */\n";
    assertThat(shape("A.java", "class A {\n" + comment + "  void a() {}\n}\n")).isEmpty();
  }

  @Test
  void aLongFileIsReportedAndTestsMayBeLonger() {
    String text = "class A {\n" + "  int a;\n".repeat(430) + "}\n";
    assertThat(shape("x/src/main/java/A.java", text))
        .containsExactly(
            "x/src/main/java/A.java:400: 432 lines in a file; divide it; the limit is 400");
    assertThat(shape("x/src/test/java/A.java", text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "TextUtil,name it after what it does",
    "TextUtils,name it after what it does",
    "SyncHelper,name it after what it does",
    "SessionManager,name it after what it does",
    "CommonTexts,name it after what it does",
    "StoreImpl,name the adapter by its technology",
    "AbstractStore,a contract test is XContract",
    "IStore,name the port without an I",
    "ProjectRow,the glossary says study",
    "ContactCard,the glossary says participant",
    "LoginPage,the glossary says session",
  })
  void aNameThatSaysNothingIsReported(String name, String fix) {
    assertThat(shape("A.java", "class " + name + " {}\n"))
        .singleElement()
        .asString()
        .startsWith("A.java:1: the name " + name + "; " + fix);
  }

  @ParameterizedTest
  @CsvSource({"Utilities", "Ids", "Implied", "BaseTable", "InterviewRow", "Importer"})
  void aNameThatSaysSomethingIsNotReported(String name) {
    assertThat(shape("A.java", "class " + name + " {}\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"util", "common", "helper", "impl", "manager", "core", "service", "repository"})
  void aPackageThatIsADrawerIsReported(String name) {
    assertThat(shape("A.java", "package dev.throughline." + name + ";\n\nclass A {}\n"))
        .singleElement()
        .asString()
        .contains("the package name " + name + "; ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[b](c.md) | a dead link to c.md; link to a file that exists",
        "![b](x.png) | a dead link to x.png; link to a file that exists",
        "[b](#nowhere) | a dead link to #nowhere; link to a heading of this page",
        "`model/src/Gone.java` | the path model/src/Gone.java does not exist; name one that does",
        "`gone.properties` | the file gone.properties does not exist; name one that does",
        "`dev.throughline.gone` | the package dev.throughline.gone does not exist; name one that"
            + " does",
        "`Vanished` | the class Vanished does not exist; name one that does; write what is no class"
            + " of ours without code marks",
        "`mvn test -Dtest=GoneTest` | the class GoneTest does not exist; name one that does; write"
            + " what is no class of ours without code marks",
      })
  void aPageThatNamesWhatIsGoneIsReported(String line, String message) {
    assertThat(docs("# Top\n" + line + "\n")).containsExactly("docs/a.md:2: " + message);
  }

  @Test
  void aPageThatNamesWhatExistsIsNotReported() {
    assertThat(
            docs(
                """
                # The top page
                [b](b.md) [top](#the-top-page) [out](https://example.org) `Merge` `Merge.apply()`
                `model/src` `pom.xml` `dev.throughline.model` `application/json` `target/tour/`
                """))
        .isEmpty();
  }

  @Test
  void textsThatAreMissingUnusedOrDoubleAreReported() {
    String code =
        """
        class A {
          String a = text("home.said") + text("home.gone") + count("home.turns", 2);
          String b = text("home.gap." + name) + text(key + ".hint") + file("home.json");
          String c = text("command." + id) + id("home.find") + id("home.lost");
        }
        """;
    String texts =
        """
        # Home
        home.said=A
        home.said.hint=B
        home.turns.one=1
        home.turns.other=2
        home.gap.notes=C
        home.unsaid=D
        home.lone.one=E
        command.home.find=G
        command.home.dead=H
        home.said=F
        """;
    var file = new SourceFile("texts.properties", texts);
    var facts = JavaFacts.of(new SourceFile("A.java", code));
    assertThat(TextRules.keys(file, List.of(facts)))
        .extracting(Finding::toString)
        .containsExactlyInAnyOrder(
            "A.java:2: no text has the key home.gone; add to texts.properties: home.gone=…",
            "texts.properties:7: nobody says the text home.unsaid; take the line out, or use the"
                + " key as a literal or after a literal prefix",
            "texts.properties:8: nobody says the text home.lone.one; take the line out, or use the"
                + " key as a literal or after a literal prefix",
            "texts.properties:8: home.lone.one has no home.lone.other; add home.lone.other=…",
            "A.java:4: no text has the key home.lost; add to texts.properties: home.lost=…",
            "texts.properties:10: nobody says the text command.home.dead; take the line out, or use"
                + " the key as a literal or after a literal prefix",
            "texts.properties:11: the key home.said stands twice; keep one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Saved!",
        "Please try again",
        "Imported successfully",
        "Sorry about that",
        "Are you sure?",
        "Error: no file",
        "Failed to save",
        "Invalid date",
        "Another user did it",
        "Login to go on",
        "Click here",
        "New project",
        "Add a contact"
      })
  void aTextThatShoutsOrBlamesIsReported(String text) {
    assertThat(TextRules.words(new SourceFile("texts.properties", "a.b=" + text + "\n")))
        .isNotEmpty()
        .allSatisfy(
            finding ->
                assertThat(finding.toString())
                    .startsWith("texts.properties:1: “")
                    .contains("a.b; "));
  }

  @Test
  void aCalmTextIsNotReported() {
    var file = new SourceFile("texts.properties", "a.b=P-10 was not imported. Code IMP-14.\n");
    assertThat(TextRules.words(file)).isEmpty();
  }

  @Test
  void aDeadResourceIsReported() {
    List<String> paths =
        List.of("x/src/main/resources/a/read.css", "x/src/main/resources/a/dead.css");
    var code =
        JavaFacts.of(
            new SourceFile("x/src/main/java/A.java", "class A { String a = \"/a/read.css\"; }"));
    assertThat(ResourceRules.check(paths, List.of(code)))
        .extracting(Finding::toString)
        .containsExactly(
            "x/src/main/resources/a/dead.css:1: no code names this resource; read it, or take it"
                + " away");
  }

  @Test
  void theRepositoryIsReallyWalked() {
    assertThat(Repository.paths())
        .contains("pom.xml", "docs/glossary.md", ".mvn/errorprone.config")
        .noneMatch(path -> path.startsWith("target/") || path.contains("/target/"));
    assertThat(new ArrayList<>(Repository.textFiles())).hasSizeGreaterThan(300);
  }

  private static List<String> shape(String path, String text) {
    var file = new SourceFile(path, text);
    return ShapeRules.check(file, JavaFacts.of(file)).stream().map(Finding::toString).toList();
  }

  private static List<String> docs(String text) {
    return DocsRules.check(new SourceFile("docs/a.md", text), WORLD).stream()
        .map(Finding::toString)
        .toList();
  }
}
