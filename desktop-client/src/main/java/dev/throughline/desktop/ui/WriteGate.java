package dev.throughline.desktop.ui;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Says of a part of a window why nothing in it can be changed. What people edit in it follows: the
 * nearest gate above it counts. Words can still be read, chosen and copied.
 */
public final class WriteGate {
  private WriteGate() {}

  /**
   * Puts a gate on a part, before the part is shown.
   *
   * @param why a sentence while nothing can be changed; empty while everything can
   */
  public static <T extends Node> T on(T part, ObservableValue<Optional<String>> why) {
    part.getProperties().put(WriteGate.class, why);
    return part;
  }

  /** Makes an editor heed the gate it stands behind: texts stay readable, others are disabled. */
  public static void heed(Node editor) {
    editor.sceneProperty().subscribe(new Heeding(editor)::moved);
  }

  private static final class Heeding {
    private final Node editor;
    private Optional<String> prompt = Optional.empty();
    private Subscription subscription = Subscription.EMPTY;

    Heeding(Node editor) {
      this.editor = editor;
    }

    void moved(@Nullable Scene scene) {
      subscription.unsubscribe();
      subscription =
          Optional.ofNullable(scene)
              .flatMap(_ -> above(editor))
              .map(why -> why.subscribe(reason -> show(isEmpty(reason))))
              .orElse(Subscription.EMPTY);
    }

    private static boolean isEmpty(Object reason) {
      return !(reason instanceof Optional<?> said) || said.isEmpty();
    }

    private void show(boolean isOpen) {
      if (editor instanceof TextInputControl text) {
        text.setEditable(isOpen);
        invite(text, isOpen);
      } else {
        editor.setDisable(!isOpen);
      }
    }

    /** A prompt asks to type; where nobody can, nothing does. */
    private void invite(TextInputControl text, boolean isOpen) {
      if (isOpen) {
        prompt.ifPresent(text::setPromptText);
        prompt = Optional.empty();
      } else if (prompt.isEmpty()) {
        prompt = Optional.of(text.getPromptText());
        text.setPromptText("");
      }
    }

    private static Optional<ObservableValue<?>> above(Node editor) {
      for (Node at = editor; at != null; at = at.getParent()) {
        if (at.hasProperties()
            && at.getProperties().get(WriteGate.class) instanceof ObservableValue<?> why) {
          return Optional.of(why);
        }
      }
      return Optional.empty();
    }
  }
}
