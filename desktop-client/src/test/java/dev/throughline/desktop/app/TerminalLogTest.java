package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class TerminalLogTest {
  @Test
  void aFailureIsOneLineWithoutItsTraceAndWithoutWhatItsMessageMayQuote() {
    LogRecord failed = new LogRecord(Level.WARNING, "The search index was damaged.");
    failed.setThrown(
        new IllegalStateException("outer", new IOException("she hides the invoice\nfrom him")));

    assertThat(new TerminalLog().format(failed))
        .matches(
            "WARNING: The search index was damaged\\. \\(IOException at TerminalLogTest\\.java:\\d+"
                + "\\)\\R");
  }

  @Test
  void whatHasNoCauseIsJustItsSentence() {
    assertThat(new TerminalLog().format(new LogRecord(Level.INFO, "two\nlines")))
        .isEqualTo("INFO: two lines" + System.lineSeparator());
  }
}
