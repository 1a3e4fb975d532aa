package dev.throughline.server.sentinel;

import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Names;
import java.time.InstantSource;

/** Rules of our own, for those who have no SentinelNet; the clock decides nothing. */
final class EmbeddedSentinel implements Sentinel {
  static final String NO_REQUEST_ID = "a question has an id of 1 to 200 visible ASCII characters";

  private final InstantSource clock;

  EmbeddedSentinel(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Answer<Ruling> check(Question question) {
    if (!Names.isKey(question.requestId())) {
      return Answer.malformed(NO_REQUEST_ID);
    }
    HandoffData.Verdict verdict = HandoffData.judge(question);
    return new Answer.Given<>(
        new Ruling(
            verdict.decision(),
            verdict.reason(),
            verdict.rationale(),
            HandoffData.POLICY,
            HandoffData.VERSION,
            clock.instant()));
  }
}
