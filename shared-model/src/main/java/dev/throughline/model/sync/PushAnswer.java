package dev.throughline.model.sync;

import java.util.List;

/** One outcome per operation, in the order pushed, and the head of the log afterwards. */
public record PushAnswer(List<OpOutcome> outcomes, long head) {
  public PushAnswer {
    outcomes = List.copyOf(outcomes);
  }
}
