package dev.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Compiles planted mistakes with the arguments of the build itself and expects the named errors.
 */
class ErrorProneBitesTest {
  private static final String CONFIG = ".mvn/errorprone.config";

  /** What must be reported, and a class body that deserves it. */
  static final List<Map.Entry<String, String>> PLANTED =
      List.of(
          Map.entry("NullAway", "String a() { return null; }"),
          Map.entry("DeadException", "void a() { new IllegalStateException(\"lost\"); }"),
          Map.entry("SelfAssignment", "int n; void a(int m) { this.n = this.n; }"),
          Map.entry("ReturnValueIgnored", "void a(String s) { s.strip(); }"),
          Map.entry(
              "CheckReturnValue",
              """
              @com.google.errorprone.annotations.CheckReturnValue
              int made() {
                return 1;
              }

              void a() {
                made();
              }\
              """),
          Map.entry("MissingOverride", "public String toString() { return \"a\"; }"),
          Map.entry("UnusedVariable", "void a() { int lost = 1; }"),
          Map.entry("UnusedMethod", "private void lost() { toString(); }"),
          Map.entry("EmptyCatch", "void a() { try { toString(); } catch (RuntimeException e) {} }"),
          Map.entry(
              "FutureReturnValueIgnored",
              "void a(java.util.concurrent.ExecutorService s) { s.submit(() -> 1); }"),
          Map.entry("DefaultCharset", "byte[] a(String s) { return s.getBytes(); }"),
          Map.entry("DefaultLocale", "String a(int n) { return \"%d\".formatted(n); }"),
          Map.entry("JavaTimeDefaultTimeZone", "Object a() { return java.time.LocalDate.now(); }"),
          Map.entry("JavaUtilDate", "Object a() { return new java.util.Date(); }"),
          Map.entry("OperatorPrecedence", "boolean a(boolean b) { return b || b && !b; }"),
          Map.entry("NarrowCalculation", "double a(int n) { return n / 2; }"),
          Map.entry("IntLongMath", "long a(int n) { return n * 1_000; }"),
          Map.entry("BoxedPrimitiveEquality", "boolean a(Long n, Long m) { return n == m; }"),
          Map.entry(
              "PatternMatchingInstanceof",
              """
              int a(Object o) {
                if (o instanceof String) {
                  String s = (String) o;
                  return s.length();
                }
                return 0;
              }\
              """),
          Map.entry("InconsistentCapitalization", "int aB; void a(int ab) { this.aB = ab; }"),
          Map.entry("WildcardImport", "List<String> a = List.of();"));

  /** Every check of the list; each planted one shows that the list is read at all. */
  private static final String WANTED =
      """
      ArgumentSelectionDefectChecker BigDecimalEquals BoxedPrimitiveEquality
      CatchAndPrintStackTrace CatchFail ClassCanBeStatic ClassName DefaultCharset
      DefaultLocale DefaultPackage DoubleCheckedLocking EmptyCatch EqualsGetClass
      EqualsUnsafeCast EqualsUsingHashCode FallThrough FieldCanBeFinal Finally FloatCast
      FutureReturnValueIgnored HidingField InconsistentCapitalization
      InconsistentHashCode IntLongMath InvalidBlockTag InvalidLink InvalidParam
      InvalidThrows JavaTimeDefaultTimeZone JavaUtilDate LockNotBeforeTry
      LongDoubleConversion LongFloatConversion MathAbsoluteNegative MissingOverride
      ModifyCollectionInEnhancedForLoop MultiVariableDeclaration MultipleTopLevelClasses
      NarrowCalculation NarrowingCompoundAssignment NonAtomicVolatileUpdate
      NonOverridingEquals NullAway OperatorPrecedence OptionalMapToOptional
      OrphanedFormatString PackageLocation PatternMatchingInstanceof ShortCircuitBoolean
      StatementSwitchToExpressionSwitch StaticAssignmentInConstructor StreamResourceLeak
      StringCaseLocaleUsage SynchronizeOnNonFinalField ThreadPriorityCheck
      ThreeLetterTimeZoneID ToStringReturnsNull TypeParameterShadowing UndefinedEquals
      UnsynchronizedOverridesSynchronized UnusedException UnusedMethod UnusedNestedClass
      UnusedVariable VoidUsed WaitNotInLoop WildcardImport
      """;

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  @TempDir static Path out;
  private static String reported = "";

  @BeforeAll
  static void compileEverythingPlantedAtOnce() {
    reported = errors(PLANTED.stream().map(ErrorProneBitesTest::source).toList());
  }

  /** A check that is taken out of the list is taken out here too, with its reason in a decision. */
  @Test
  void noCheckHasLeftTheList() throws IOException {
    String config = Files.readString(Repository.ROOT.resolve(CONFIG));
    List<String> listed =
        Pattern.compile("(?m)^-Xep:(\\w+):ERROR$")
            .matcher(config)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(listed).containsExactlyInAnyOrder(WANTED.strip().split("\\s+"));
  }

  @ParameterizedTest
  @FieldSource("PLANTED")
  void aPlantedMistakeIsAnError(Map.Entry<String, String> planted) {
    String check = planted.getKey();
    assertThat(reported)
        .as("put -Xep:%s:ERROR back into %s", check, CONFIG)
        .contains("Planted" + check + ".java: [" + check + "]");
  }

  @Test
  void soundCodeIsNotReported() {
    assertThat(errors(List.of(source(Map.entry("", "String a(String s) { return s.strip(); }")))))
        .isEmpty();
  }

  @Test
  void lintWarningsAreErrors() {
    var rawType = Map.entry("", "Object a(java.util.List list) { return list; }");
    assertThat(errors(List.of(source(rawType))))
        .as("put -Xlint:all and -Werror back into compilerArgs of pom.xml")
        .contains("warnings found and -Werror specified");
  }

  @Test
  void everyLineOfTheListIsACheckThatFailsTheBuild() {
    assertThat(Repository.read(CONFIG).lines())
        .allMatch(
            line ->
                line.isEmpty()
                    || line.startsWith("#")
                    || line.matches("-Xep:\\w+:ERROR|-XepOpt:\\S+|-XepDisableAllWarnings"),
            "a comment or -Xep:<check>:ERROR; a warning nobody must mend is noise");
  }

  @Test
  void noModuleHasCompilerArgumentsOfItsOwn() {
    assertThat(Poms.modules())
        .allSatisfy(
            (folder, pom) ->
                assertThat(Repository.read(folder + "/pom.xml").text())
                    .as("compiler arguments stand in the root pom.xml only")
                    .doesNotContain("maven-compiler-plugin", "compilerArg", "maven.compiler"));
  }

  private static String errors(List<JavaFileObject> sources) {
    var found = new DiagnosticCollector<JavaFileObject>();
    COMPILER.getTask(new StringWriter(), null, found, arguments(), null, sources).call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(ErrorProneBitesTest::sentence)
        .collect(Collectors.joining("\n"));
  }

  private static String sentence(Diagnostic<? extends JavaFileObject> diagnostic) {
    String file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return file.substring(file.lastIndexOf('/') + 1) + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  /** The build's own arguments, with the class path of this test for the plugin. */
  private static List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (String argument : Poms.compilerArguments()) {
      if (!argument.startsWith("-J")) {
        arguments.add(argument.replace("${root.path}", ".."));
      }
    }
    String path = System.getProperty("java.class.path");
    arguments.addAll(List.of("-cp", path, "-processorpath", path, "-d", out.toString()));
    arguments.add("-proc:none");
    return arguments;
  }

  private static JavaFileObject source(Map.Entry<String, String> planted) {
    String name = "Planted" + planted.getKey();
    String text =
        "package dev.throughline.planted;\n"
            + (planted.getKey().equals("WildcardImport") ? "import java.util.*;\n" : "")
            + "@org.jspecify.annotations.NullMarked class "
            + name
            + " {\n"
            + planted.getValue()
            + "\n}\n";
    return new SimpleJavaFileObject(
        URI.create("string:///dev/throughline/planted/" + name + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public String getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
