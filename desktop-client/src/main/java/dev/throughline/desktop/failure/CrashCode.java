package dev.throughline.desktop.failure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The stable name of a bug: the same on every machine and, as long as the methods keep their names,
 * in every version. Lines, messages and the numbers of lambdas do not count.
 */
final class CrashCode {
  /** Frames beyond these differ with the way into a bug, not with the bug. */
  private static final int FRAMES_COUNTED = 3;

  private static final String OURS = "dev.throughline.";
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*?)\\$\\d+");
  private static final Pattern NUMBERED = Pattern.compile("\\$\\d+|/0x[0-9a-f]+");

  private CrashCode() {}

  static String of(Throwable crash) {
    Throwable root = CrashChain.of(crash).getLast();
    StringBuilder name = new StringBuilder(root.getClass().getName());
    counted(root).forEach(frame -> name.append('\n').append(frame));
    return "CRA-" + digest(name.toString());
  }

  private static List<String> counted(Throwable root) {
    List<StackTraceElement> frames = Arrays.asList(root.getStackTrace());
    List<StackTraceElement> ours =
        frames.stream().filter(frame -> frame.getClassName().startsWith(OURS)).toList();
    return (ours.isEmpty() ? frames : ours)
        .stream().limit(FRAMES_COUNTED).map(CrashCode::place).toList();
  }

  private static String place(StackTraceElement frame) {
    String method = LAMBDA.matcher(frame.getMethodName()).replaceAll("$1");
    return NUMBERED.matcher(frame.getClassName()).replaceAll("") + "." + method;
  }

  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
