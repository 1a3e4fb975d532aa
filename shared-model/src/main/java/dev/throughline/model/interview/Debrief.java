package dev.throughline.model.interview;

import java.util.List;

/** What stays of an interview right after it: three short answers, all of them optional. */
public record Debrief(String surprise, String followUp, String nextQuestion) {
  /** The fields of an interview that hold it, in the order they are asked. */
  public static final List<String> FIELDS = List.of("surprise", "followUp", "nextQuestion");

  /** Whether nothing was written yet. */
  public boolean isEmpty() {
    return surprise.isBlank() && followUp.isBlank() && nextQuestion.isBlank();
  }
}
