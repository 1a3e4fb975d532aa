package dev.throughline.desktop.palette;

import dev.throughline.desktop.ui.Icon;
import java.util.Optional;

/**
 * One thing the palette can lead to.
 *
 * @param detail what tells it from others of the same name; found by as well, but ranked lower
 * @param off why it cannot be used now; empty when it can
 */
public record Thing(
    Section section,
    Icon icon,
    String title,
    String detail,
    Optional<String> key,
    Optional<String> off,
    Runnable open,
    Folded folded,
    Folded foldedDetail) {
  /** Something to go to. */
  public static Thing to(Section section, Icon icon, String title, String detail, Runnable open) {
    return made(section, icon, Folded.composed(title), Folded.composed(detail), open);
  }

  private static Thing made(
      Section section, Icon icon, String title, String detail, Runnable open) {
    return new Thing(
        section,
        icon,
        title,
        detail,
        Optional.empty(),
        Optional.empty(),
        open,
        Folded.of(title),
        Folded.of(detail));
  }

  /** Shown with the key that does the same. */
  public Thing withKey(Optional<String> shown) {
    return new Thing(section, icon, title, detail, shown, off, open, folded, foldedDetail);
  }

  /** Shown, but with the reason why it cannot be used. */
  public Thing off(Optional<String> reason) {
    return new Thing(section, icon, title, detail, key, reason, open, folded, foldedDetail);
  }
}
