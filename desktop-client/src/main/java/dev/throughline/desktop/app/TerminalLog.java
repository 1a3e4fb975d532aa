package dev.throughline.desktop.app;

import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What goes wrong, on one line of the terminal: whoever works there has no use for a page of names
 * of classes. {@code -Dthroughline.traces=true} prints everything, as Java does.
 */
final class TerminalLog extends Formatter {
  private static final String OURS = "dev.throughline.";

  static void install() {
    if (Boolean.getBoolean("throughline.traces")) {
      return;
    }
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(new TerminalLog());
    }
  }

  @Override
  public String format(LogRecord record) {
    String line = record.getLevel().getName() + ": " + formatMessage(record).replace('\n', ' ');
    Throwable thrown = record.getThrown();
    return line + (thrown == null ? "" : " " + cause(thrown)) + System.lineSeparator();
  }

  /** The innermost exception and where we were; never its message, which may quote a record. */
  private static String cause(Throwable thrown) {
    Throwable root = thrown;
    for (int i = 0; i < 20 && root.getCause() != null; i++) {
      root = root.getCause();
    }
    String where =
        Arrays.stream(root.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return "(" + root.getClass().getSimpleName() + where + ")";
  }
}
