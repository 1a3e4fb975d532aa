package dev.throughline.desktop.failure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One crash as it is kept and shown: the whole text, word for word. Messages of exceptions are left
 * out altogether, because any of them may quote a record or a path.
 */
public record CrashReport(String code, String text) {
  static final int FRAMES_MAX = 60;

  /** Names the compiler or the JVM makes; anything else in a frame is not printed. */
  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_.$/<>@-]{1,200}");

  static CrashReport of(
      Throwable crash, boolean onUiThread, Machine machine, Trail trail, Instant at) {
    String code = CrashCode.of(crash);
    StringBuilder text = new StringBuilder();
    line(text, "Throughline crash report");
    line(text, "Code      " + code);
    line(text, "When      " + at.truncatedTo(ChronoUnit.SECONDS));
    line(text, "Version   " + machine.version());
    line(text, "Java      " + machine.java());
    line(text, "System    " + machine.system());
    line(text, "Thread    " + (onUiThread ? "window" : "background"));
    line(text, "");
    steps(text, trail.steps());
    boolean isCause = false;
    for (Throwable part : CrashChain.of(crash)) {
      line(text, (isCause ? "caused by " : "") + clean(part.getClass().getName()));
      frames(text, part.getStackTrace());
      isCause = true;
    }
    return new CrashReport(code, text.toString());
  }

  private static void steps(StringBuilder text, List<String> steps) {
    if (!steps.isEmpty()) {
      line(text, "Last steps");
      steps.forEach(step -> line(text, "  " + step));
      line(text, "");
    }
  }

  private static void frames(StringBuilder text, StackTraceElement[] frames) {
    for (int i = 0; i < Math.min(frames.length, FRAMES_MAX); i++) {
      StackTraceElement frame = frames[i];
      String where = frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "";
      line(text, "  " + clean(frame.getClassName() + "." + frame.getMethodName()) + where);
    }
    if (frames.length > FRAMES_MAX) {
      line(text, "  and " + (frames.length - FRAMES_MAX) + " more");
    }
  }

  private static String clean(String name) {
    return NAME.matcher(name).matches() ? name : "(unnamed)";
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
