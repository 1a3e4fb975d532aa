package dev.throughline.desktop.shell;

import dev.throughline.desktop.ui.Icon;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/**
 * One entry of the rail. The view is asked for once, at the first visit, and kept; it brings its
 * own sheets and fills the centre.
 */
public record Place(
    String id, String title, Icon icon, End end, RailFold fold, Supplier<Region> view) {

  /** Where in the rail the place stands. */
  public enum End {
    TOP,
    BOTTOM,
    /** Not in the rail: reached by a command or from another place. */
    NOWHERE
  }

  /** When the rail gives its width to the place, in windows too narrow for both. */
  public enum RailFold {
    NEVER,
    /** While the place shows one of its pages, such as a session. */
    ON_PAGES,
    ALWAYS
  }
}
