package dev.throughline.server.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the server did not start in one line of the log. */
final class StartTroubleReporter implements FailureAnalysisReporter {
  private static final Logger log = LoggerFactory.getLogger(StartTroubleReporter.class);

  @Override
  public void report(FailureAnalysis analysis) {
    log.error("The server did not start. {}", analysis.getDescription());
  }
}
