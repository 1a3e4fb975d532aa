package dev.throughline.desktop.command;

import java.util.List;

/** What became of taking a step back, or of doing it again. */
public sealed interface UndoResult {
  /** The step named by the label is taken back, or done again. */
  record Done(String label) implements UndoResult {}

  /** There is no step. */
  record Nothing() implements UndoResult {}

  /**
   * Something of the step was changed since and was left as it is; the rest is as it was before.
   * The step is gone from the log; the differences say what can still be put back by hand.
   */
  record ChangedSince(String label, List<Difference> differences) implements UndoResult {
    public ChangedSince {
      differences = List.copyOf(differences);
    }
  }

  /** It would move so much to the trash that the person has to confirm it; nothing was done. */
  record RemovesMuch(String label, int count) implements UndoResult {}

  /** Not on disk; the step is still there to be tried again. */
  record NotSaved(String code, String sentence) implements UndoResult {}
}
