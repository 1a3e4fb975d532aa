package dev.throughline.desktop.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CrashReportTest {
  private static final String CANARY = "canary-7f3a";
  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

  private final Trail trail = new Trail();

  private static Throwable thrown(int line, String method) {
    RuntimeException crash = new IllegalStateException(CANARY);
    crash.setStackTrace(
        new StackTraceElement[] {
          frame("java.util.List", "get", line),
          frame("dev.throughline.desktop.memo.Memos", method, line),
          frame("dev.throughline.desktop.memo.Memos$1", "run", line + 7),
        });
    return crash;
  }

  private static StackTraceElement frame(String type, String method, int line) {
    return new StackTraceElement(type, method, CANARY + ".java", line);
  }

  private CrashReport report(Throwable crash) {
    Properties properties = new Properties();
    properties.put("java.runtime.version", "25.0.3+9");
    properties.put("os.name", "Linux");
    properties.put("os.version", "6.1");
    properties.put("os.arch", "amd64");
    properties.put("user.name", CANARY);
    properties.put("user.home", "/home/" + CANARY);
    return CrashReport.of(crash, true, Machine.of("0.1.0", properties), trail, AT);
  }

  @Test
  void codeDependsOnTypeAndPlaceOnly() {
    String code = report(thrown(10, "lambda$save$3")).code();
    assertThat(code).matches("CRA-[0-9A-F]{8}");
    assertThat(report(thrown(99, "lambda$save$12")).code()).isEqualTo(code);
    assertThat(report(thrown(10, "lambda$load$3")).code()).isNotEqualTo(code);
    assertThat(report(new RuntimeException(CANARY, thrown(5, "lambda$save$1"))).code())
        .as("what wraps a bug does not change its name")
        .isEqualTo(code);
  }

  @Test
  void sameBugHasTheCodeItHadInEarlierVersions() {
    assertThat(report(thrown(1, "save")).code()).isEqualTo("CRA-57BF5852");
  }

  @Test
  void textHoldsNoWordOfMessagesFilesOrTheMachinesOwner() {
    Throwable crash = new RuntimeException("outer " + CANARY, thrown(10, "save"));
    crash.addSuppressed(new IllegalStateException("beside " + CANARY));
    trail.command("library.trash");
    trail.place("library", true);
    trail.command(CANARY + " title of an interview");
    trail.place("/home/" + CANARY, false);
    String text = report(crash).text();
    assertThat(text)
        .doesNotContain(CANARY)
        .contains("command library.trash", "page of library")
        .contains("caused by java.lang.IllegalStateException")
        .contains("dev.throughline.desktop.memo.Memos.save:10")
        .contains("Version   0.1.0", "25.0.3+9", "Linux 6.1 amd64", "Thread    window");
  }

  @Test
  void namesThatNoCompilerMakesAreLeftOut() {
    RuntimeException crash = new RuntimeException();
    crash.setStackTrace(new StackTraceElement[] {frame("a b " + CANARY, "x y", 1)});
    assertThat(report(crash).text()).doesNotContain(CANARY).contains("(unnamed)");
  }

  @Test
  void ringsAndDepthsEnd() {
    RuntimeException inner = new RuntimeException();
    RuntimeException outer = new RuntimeException(inner);
    inner.initCause(outer);
    assertThat(report(outer).text()).containsOnlyOnce("caused by");
    StackTraceElement[] deep = new StackTraceElement[5_000];
    java.util.Arrays.fill(deep, frame("a.B", "c", 1));
    RuntimeException overflow = new RuntimeException();
    overflow.setStackTrace(deep);
    assertThat(report(overflow).text())
        .contains("and " + (5_000 - CrashReport.FRAMES_MAX) + " more");
  }

  @Test
  void trailKeepsTheLastSteps() {
    for (int i = 0; i < Trail.STEPS_MAX * 2; i++) {
      trail.command(i % 2 == 0 ? "even" : "odd");
    }
    assertThat(trail.steps()).hasSize(Trail.STEPS_MAX);
  }
}
