package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keys people sign with, each with what can be done about it. */
public final class SigningKeysView extends VBox {
  private final SigningKeysViewModel model;
  private final Label line = Labels.wrapping(Labels.small(""));
  private final VBox rows = new VBox();
  private final HBox foot = new HBox();
  private Optional<DeviceKey> asked = Optional.empty();

  public SigningKeysView(SigningKeysViewModel model) {
    this.model = model;
    getStyleClass().add("devices");
    line.getStyleClass().add("access-line");
    getChildren().addAll(line, rows, foot);
    model.keysProperty().subscribe(_ -> show());
  }

  private void show() {
    SigningKeysViewModel.Keys keys = model.keysProperty().get();
    line.setText(Texts.text(keys.me().isEmpty() ? "approval.keys.nobody" : "approval.keys.line"));
    rows.getChildren().setAll(keys.all().stream().map(key -> row(key, keys)).toList());
    boolean needsOne =
        keys.maySign()
            && keys.me().isPresent()
            && keys.mine().filter(key -> key.state() != KeyState.REVOKED).isEmpty();
    foot.getChildren().clear();
    if (needsOne) {
      foot.getChildren()
          .add(Buttons.standard(Texts.text("approval.key.make"), Icon.KEY, model::bring));
    }
  }

  private Node row(DeviceKey key, SigningKeysViewModel.Keys keys) {
    String owner = key.person().map(who -> ApprovalWords.name(who, keys.people())).orElse("");
    ListRow row =
        new ListRow(Texts.text("approval.key.of", owner, key.device()))
            .lead(Icon.KEY)
            .second(second(key, keys));
    List<Button> buttons = new ArrayList<>();
    boolean isAsked = asked.filter(one -> one.id().equals(key.id())).isPresent();
    if (isAsked) {
      buttons.add(
          Buttons.danger(
              Texts.text("approval.key.revoke.yes"), Icon.CLOSE, () -> model.revoke(key)));
      buttons.add(
          Buttons.standard(Texts.text("approval.key.revoke.no"), () -> ask(Optional.empty())));
    } else {
      if (keys.isToConfirm(key)) {
        buttons.add(
            Buttons.standard(
                Texts.text("approval.key.confirm"), Icon.CHECK, () -> model.confirm(key)));
      }
      if (keys.isToRevoke(key)) {
        buttons.add(
            Buttons.standard(Texts.text("approval.key.revoke"), () -> ask(Optional.of(key))));
      }
    }
    HBox state = new HBox();
    state.getStyleClass().add("device-answers");
    state.getChildren().add(chip(key));
    state.getChildren().addAll(buttons);
    return row.state(state);
  }

  private void ask(Optional<DeviceKey> key) {
    asked = key;
    show();
  }

  private String second(DeviceKey key, SigningKeysViewModel.Keys keys) {
    if (asked.filter(one -> one.id().equals(key.id())).isPresent()) {
      return Texts.text("approval.key.revoke.ask");
    }
    String fingerprint = ApprovalWords.fingerprint(key);
    return keys.isToConfirm(key) ? Texts.text("approval.key.compare", fingerprint) : fingerprint;
  }

  private static Label chip(DeviceKey key) {
    String words = Texts.text("approval.key.state." + key.state().wireName());
    return switch (key.state()) {
      case ENROLLED -> Chip.of(Chip.State.READY, words);
      case REVOKED -> Chip.of(Chip.State.STOPPED, words);
      case ASKED, PROVED -> Chip.of(Chip.State.NEUTRAL, words);
    };
  }
}
