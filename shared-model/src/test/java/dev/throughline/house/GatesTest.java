package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every gate of the build stands. The tests beside the gates show that each reports what is
 * planted; this one fails when a gate itself is taken away, switched off or emptied.
 */
class GatesTest {
  /** A test that is a gate, and what it cannot do without. */
  record Gate(String file, String test, String does) {}

  private static final String OFF = "@" + "Disabled";
  private static final String HOUSE = "shared-model/src/test/java/dev/throughline/house/";
  private static final String DESKTOP = "desktop-client/src/test/java/dev/throughline/desktop/";
  private static final String SERVER = "sync-server/server/src/test/java/dev/throughline/server/";

  static Stream<Gate> gates() {
    return Stream.of(
        new Gate(HOUSE + "TidyTest.java", "linesAreTidy", "LineRules.check("),
        new Gate(
            HOUSE + "TidyTest.java",
            "filesAndMethodsAreShortAndNamesSaySomething",
            "ShapeRules.check("),
        new Gate(
            HOUSE + "TidyTest.java", "everyLinkPathAndClassOfThePagesExists", "DocsRules.check("),
        new Gate(HOUSE + "TidyTest.java", "everyTextIsThereAndSaid", "TextRules.keys("),
        new Gate(HOUSE + "TidyTest.java", "theWordsPeopleSeeAreCalm", "TextRules.words("),
        new Gate(HOUSE + "TidyTest.java", "noResourceIsDead", "ResourceRules.check("),
        new Gate(HOUSE + "FormatTest.java", "everyFileIsFormatted", "assertThat("),
        new Gate(HOUSE + "DeterminismBitesTest.java", "theSharedModelIsPure", ".check(model)"),
        new Gate(
            HOUSE + "NullnessBitesTest.java",
            "everyMainPackageIsNullMarkedAndHasASentence",
            "assertThat("),
        new Gate(HOUSE + "ErrorProneBitesTest.java", "noCheckHasLeftTheList", "WANTED"),
        new Gate(
            "shared-model/src/test/java/dev/throughline/model/wire/WireGoldenTest.java",
            "bytesAreThoseOfTheGoldenFiles",
            "assertThat("),
        new Gate(SERVER + "ModularityTest.java", "modulesKeepToWhatTheyMayUse", ".verify()"),
        new Gate(SERVER + "ModularityTest.java", "everyModuleDeclaresItself", "Declarations"),
        new Gate(
            SERVER + "ServerDeterminismTest.java",
            "theServerMeetsTheMachineAtItsSeamsOnly",
            ".check("),
        new Gate(
            DESKTOP + "architecture/ClientArchitectureTest.java",
            "theDesktopKeeps",
            ".check(CLIENT)"),
        new Gate(
            DESKTOP + "architecture/ClientArchitectureTest.java",
            "everyPackageHasItsPlaceInTheRules",
            "ClientRules.FEATURES"),
        new Gate(
            DESKTOP + "app/EveryScreenTest.java",
            "everythingIsNamedReadableAndWhole",
            "ContrastWalk.findings("),
        new Gate(
            "sync-server/trials/src/test/java/dev/throughline/trials/EveryPartWalkedIT.java",
            "noPartOfTheWindowIsLeftOut",
            "unmet("));
  }

  @ParameterizedTest
  @MethodSource("gates")
  void theGateStands(Gate gate) {
    assertThat(trouble(gate, Repository.read(gate.file()).text())).isEmpty();
  }

  /** The bans are Enforcer's: without its goal in the build they are only read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "desktop-client",
        "shared-model",
        "sync-server/engines",
        "sync-server/identity",
        "sync-server/server",
        "sync-server/standalone"
      })
  void enforcerRunsInTheBuild(String module) {
    String pom = Repository.read(module + "/pom.xml").text();
    int from = pom.indexOf("<artifactId>maven-enforcer-plugin</artifactId>");
    assertThat(from).isPositive();
    assertThat(pom.substring(from, pom.indexOf("</plugin>", from)))
        .contains("<goal>enforce</goal>", "<bannedDependencies>")
        .doesNotContain("<skip>", "<fail>false");
  }

  @Test
  void aGateThatWasTakenAwaySwitchedOffOrEmptiedIsNoticed() {
    Gate gate = new Gate("A.java", "holds", "rule.check(");
    String whole = "class A { @Test void holds() { if (is()) { rule.check(all()); } } }";
    assertThat(trouble(gate, whole)).isEmpty();
    List<String> broken =
        List.of(
            "class A { }",
            whole.replace("@Test ", ""),
            whole.replace("@Test", OFF + " @Test"),
            whole.replace("rule.check(all());", ""),
            "class A { @Test void holds() { } void other() { rule.check(all()); } }");
    assertThat(broken).allSatisfy(source -> assertThat(trouble(gate, source)).isPresent());
  }

  private static Optional<String> trouble(Gate gate, String source) {
    Matcher found =
        Pattern.compile(
                "@(?:Parameterized)?Test\\b(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s+void "
                    + gate.test()
                    + "\\([^)]*\\)[^{]*\\{")
            .matcher(source);
    if (source.contains(OFF)) {
      return Optional.of(gate.file() + " switches a test off");
    }
    if (!found.find()) {
      return Optional.of(gate.file() + " has no test " + gate.test());
    }
    return body(source, found.end()).contains(gate.does())
        ? Optional.empty()
        : Optional.of(gate.test() + " does not use " + gate.does());
  }

  private static String body(String source, int from) {
    int depth = 1;
    int at = from;
    while (depth > 0 && at < source.length()) {
      char c = source.charAt(at++);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return source.substring(from, at);
  }
}
