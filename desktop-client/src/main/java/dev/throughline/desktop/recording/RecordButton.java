package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.RecorderStatus;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Hint;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** In the top bar: begins a recording; while one is made says so, and leads to its interview. */
public final class RecordButton extends StackPane {
  private static final double WORDS_FROM_EM = 80;

  private final RecordingDesk desk;
  private final Button begin;
  private final Button small;
  private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

  private final Button live;

  /** Stays in the window, whose size of text only what is in it follows. */
  private final Label gauge = new Label();

  private boolean isTight;
  private final Timeline seconds = new Timeline(new KeyFrame(Duration.millis(250), _ -> tick()));

  /**
   * @param begins records what is shown
   * @param opens the interview that is recorded
   */
  public RecordButton(RecordingDesk desk, Runnable begins, Runnable opens) {
    this.desk = desk;
    begin = Buttons.standard(Texts.text("recording.record"), Icon.RECORD, begins);
    begin.setGraphic(Icon.RECORD.fill());
    begin.getStyleClass().add("tl-record");
    Buttons.withCommand(begin, "record.start");
    small =
        Buttons.withCommand(
            Buttons.icon(Icon.RECORD, Texts.text("recording.record"), begins), "record.start");
    small.setGraphic(Icon.RECORD.fill());
    small.getStyleClass().add("tl-record");
    live = Buttons.standard("", Icon.RECORD, opens);
    live.setGraphic(Icon.RECORD.fill());
    live.getStyleClass().add("tl-live");
    getStyleClass().add("tl-record-slot");
    seconds.setCycleCount(Animation.INDEFINITE);
    desk.liveProperty().subscribe(_ -> show());
    sceneProperty()
        .subscribe(
            scene -> {
              show();
              if (scene != null) {
                scene.widthProperty().subscribe(_ -> fit());
              }
            });
    gauge.setManaged(false);
    getChildren().setAll(gauge, begin, small, live);
    gauge.fontProperty().subscribe(_ -> fit());
  }

  /** Offers the microphones there are. */
  public void chooseInput() {
    desk.inputs(
        names -> {
          ContextMenu menu = new ContextMenu();
          if (names.isEmpty()) {
            MenuItem none = new MenuItem(Texts.text("recording.input.none"));
            none.setDisable(true);
            menu.getItems().add(none);
          } else {
            menu.getItems().add(input("", Texts.text("recording.input.usual")));
            names.forEach(name -> menu.getItems().add(input(name, name)));
            if (!desk.input().isEmpty() && !names.contains(desk.input())) {
              MenuItem gone = new MenuItem(Texts.text("recording.input.absent", desk.input()));
              gone.setMnemonicParsing(false);
              gone.setDisable(true);
              menu.getItems().add(gone);
            }
          }
          menu.show(this, Side.BOTTOM, 0, 0);
        });
  }

  private MenuItem input(String name, String shown) {
    CheckMenuItem item = new CheckMenuItem(shown);
    item.setMnemonicParsing(false);
    item.setSelected(desk.input().equals(name));
    item.setOnAction(_ -> desk.choose(name));
    return item;
  }

  private void show() {
    boolean isLive = desk.liveProperty().get().isPresent();
    choose();
    fit();
    tick();
    if (isLive && getScene() != null) {
      seconds.play();
    } else {
      seconds.stop();
    }
  }

  /** In a narrow window, or beside large text, the icon stands alone. */
  private void fit() {
    if (getScene() != null) {
      isTight = getScene().getWidth() / gauge.getFont().getSize() < WORDS_FROM_EM;
      choose();
    }
  }

  /** Nodes that come and go while styles are worked out would miss theirs. */
  private void choose() {
    boolean isLive = desk.liveProperty().get().isPresent();
    Button chosen = isLive ? live : isTight ? small : begin;
    for (Button one : List.of(begin, small, live)) {
      one.setVisible(one == chosen);
      one.setManaged(one == chosen);
    }
  }

  private void tick() {
    desk.status()
        .ifPresent(
            now -> {
              String time = Clock60.shown(now.elapsedMillis());
              boolean isPaused = now.state() == RecorderStatus.State.PAUSED;
              String key = isPaused ? "recording.live.paused" : "recording.live";
              live.pseudoClassStateChanged(PAUSED, isPaused);
              live.setText(isTight ? time : Texts.text(key) + "  " + time);
              String spoken = Texts.text(key + ".spoken", Clock60.spoken(now.elapsedMillis()));
              live.setAccessibleText(spoken);
              Hint.on(live, Texts.text("recording.safe", Clock60.shown(now.safeMillis())));
            });
  }
}
