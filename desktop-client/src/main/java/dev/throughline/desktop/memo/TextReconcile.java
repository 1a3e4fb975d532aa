package dev.throughline.desktop.memo;

import dev.throughline.model.sync.Splice;
import java.util.Optional;

/**
 * Keeps the text of one control and the text in the store together, while a person types here and
 * others write there. Works on what the control can show: characters it drops are no edit, and stay
 * in the store until somebody writes over them. Pure; answers what the control is to hold next.
 */
final class TextReconcile {
  /** One attempt to save: what the control held, and the edit that means for the store. */
  record Save(String held, String before, String after) {}

  private String seen;
  private String shown;
  private Optional<Save> unsure = Optional.empty();

  /**
   * @param stored the text as the store has it
   */
  TextReconcile(String stored) {
    this.seen = stored;
    this.shown = ControlText.of(stored);
  }

  /** What the control shows when nothing was typed. */
  String shown() {
    return shown;
  }

  /** Whether the control holds something that the store does not have. */
  boolean isEdited(String control) {
    return !control.equals(shown);
  }

  /** What to write so that the store has what the control holds. */
  Save save(String control) {
    Splice typed = Splice.between(shown, control);
    return new Save(control, seen, ControlText.onStored(seen, typed).apply(seen));
  }

  /**
   * The save is on disk.
   *
   * @param stored the text as the store has it after the save, perhaps with words of others
   */
  String saved(Save save, String stored, String control) {
    unsure = Optional.empty();
    take(stored);
    return Rebase.merge(save.held(), shown, control);
  }

  /** The save failed. It may nevertheless come into the store later, from the journal. */
  void failed(Save save) {
    unsure = Optional.of(save);
  }

  /** Whether a failed save may still come into the store behind this one's back. */
  boolean isUnsure() {
    return unsure.isPresent();
  }

  /** The store has everything that ever reached the journal, and this is its text. */
  String caughtUp(String stored, String control) {
    String next = changed(stored, control);
    unsure = Optional.empty();
    return next;
  }

  /** The store's text may have changed from outside. */
  String changed(String stored, String control) {
    if (stored.equals(seen)) {
      return control;
    }
    String base = unsure.filter(save -> holds(stored, save)).map(Save::held).orElse(shown);
    unsure = Optional.empty();
    take(stored);
    return Rebase.merge(base, shown, control);
  }

  /** Whether a text already has everything that save meant to write. */
  private static boolean holds(String stored, Save save) {
    return Rebase.merge(save.before(), stored, save.after()).equals(stored);
  }

  private void take(String stored) {
    seen = stored;
    shown = ControlText.of(stored);
  }
}
