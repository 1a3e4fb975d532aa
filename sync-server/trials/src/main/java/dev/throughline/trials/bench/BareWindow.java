package dev.throughline.trials.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** A window with a text field: the least a JavaFX program can show. */
public final class BareWindow {
  private BareWindow() {}

  public static void main(String[] args) {
    Platform.startup(
        () -> {
          TextField field = new TextField();
          Stage stage = new Stage();
          stage.setScene(new Scene(new StackPane(field), 1280, 800));
          stage.show();
          field.requestFocus();
          typeUntilTaken(field);
        });
  }

  /** Presses a key each frame until the field has it, then says so. */
  static void typeUntilTaken(TextField field) {
    field
        .textProperty()
        .addListener(
            _ -> {
              System.out.println(StartBench.ACCEPTED);
              System.out.flush();
            });
    Robot robot = new Robot();
    new javafx.animation.AnimationTimer() {
      @Override
      public void handle(long now) {
        if (field.getText().isEmpty()) {
          field.requestFocus();
          robot.keyType(KeyCode.A);
        } else {
          stop();
        }
      }
    }.start();
  }
}
