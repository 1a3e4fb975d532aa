package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * Shows the toasts of a list at the bottom right, newest lowest. Removes a toast from the list
 * after six seconds without the pointer on it, unless it tells of a failure.
 */
public final class ToastArea extends VBox {
  /** How long a toast that reports no failure stays. */
  public static final Duration STAY = Duration.seconds(6);

  /** Beyond this the oldest toast goes, so that they never cover the work. */
  public static final int SHOWN_MAX = 4;

  private final ObservableList<Toast> toasts;
  private final Map<Toast, Node> cards = new IdentityHashMap<>();

  public ToastArea(ObservableList<Toast> toasts) {
    this.toasts = toasts;
    getStyleClass().add("tl-toasts");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    toasts.addListener((ListChangeListener<Toast>) change -> show());
    show();
  }

  private void show() {
    if (toasts.size() > SHOWN_MAX) {
      toasts.removeFirst();
      return;
    }
    cards.keySet().removeIf(toast -> toasts.stream().noneMatch(shown -> shown == toast));
    getChildren()
        .setAll(toasts.stream().map(toast -> cards.computeIfAbsent(toast, this::card)).toList());
  }

  private Node card(Toast toast) {
    var words = new VBox(Labels.wrapping(Labels.h3(toast.title())));
    words.getStyleClass().add("words");
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!toast.detail().isEmpty()) {
      var detail = Labels.wrapping(Labels.body(toast.detail()));
      detail.getStyleClass().add("detail");
      words.getChildren().add(detail);
    }
    var card = new HBox(icon(toast.kind()), words);
    card.getStyleClass().addAll("tl-toast", styleClass(toast.kind()));
    card.setMinHeight(Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.NODE);
    card.setAccessibleText(toast.title() + ". " + toast.detail());
    for (Toast.Action action : toast.actions()) {
      Runnable press =
          () -> {
            close(toast);
            action.run().run();
          };
      card.getChildren().add(Buttons.small(Buttons.standard(action.name(), press)));
    }
    var close = Buttons.icon(Icon.CLOSE, Texts.text("ui.toast.close"), () -> close(toast));
    card.getChildren().add(Buttons.small(close));
    if (toast.kind() != Toast.Kind.FAILED) {
      leaveAlone(card, toast);
    }
    return card;
  }

  private void leaveAlone(HBox card, Toast toast) {
    var stay = new PauseTransition(STAY);
    stay.setOnFinished(event -> close(toast));
    card.hoverProperty()
        .subscribe(
            hovered -> {
              if (hovered) {
                stay.stop();
              } else {
                stay.playFromStart();
              }
            });
  }

  private void close(Toast toast) {
    toasts.removeIf(shown -> shown == toast);
  }

  static Text icon(Toast.Kind kind) {
    return switch (kind) {
      case DONE -> Icon.CHECK.line();
      case ATTENTION -> Icon.WARNING.line();
      case FAILED -> Icon.NEEDS_YOU.line();
    };
  }

  static String styleClass(Toast.Kind kind) {
    return switch (kind) {
      case DONE -> "done";
      case ATTENTION -> "attention";
      case FAILED -> "failed";
    };
  }
}
