package dev.throughline.desktop.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Small labelled facts. A chip always has a word; its colour never says anything alone. */
public final class Chip {
  /** What a chip says of its thing; only what needs a person has colour. */
  public enum State {
    NEUTRAL("neutral"),
    READY("ready"),
    STALE("stale"),
    STOPPED("stopped"),
    ASKED("asked");

    private final String styleClass;

    State(String styleClass) {
      this.styleClass = styleClass;
    }

    String styleClass() {
      return styleClass;
    }
  }

  private Chip() {}

  public static Label neutral(Icon icon, String text) {
    return of(State.NEUTRAL, icon, text);
  }

  /** A chip with the icon its state has everywhere. */
  public static Label of(State state, String text) {
    return switch (state) {
      case NEUTRAL -> Labels.styled(text, "tl-chip", state.styleClass());
      case READY -> of(state, Icon.CHECK, text);
      case STALE -> of(state, Icon.STALE, text);
      case STOPPED -> of(state, Icon.NEEDS_YOU, text);
      case ASKED -> of(state, Icon.ASKED, text);
    };
  }

  public static Label of(State state, Icon icon, String text) {
    var chip = Labels.styled(text, "tl-chip", state.styleClass());
    chip.setGraphic(icon.line());
    return chip;
  }

  /** An active filter; pressing it takes the filter away. */
  public static Button filter(String text, Runnable remove) {
    var chip = Buttons.standard(text, Icon.CLOSE, remove);
    chip.getStyleClass().add("tl-chip");
    chip.setAccessibleText(Texts.text("ui.filter.remove", text));
    return chip;
  }
}
