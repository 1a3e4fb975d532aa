package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comparison.DifferenceView;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** One of the values: whose it is, when it was written, and what it changed. */
final class PartyView extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private PartyView(Node head, Node value) {
    getStyleClass().add("party");
    getChildren().addAll(head, value);
    setMinWidth(0);
    setMaxHeight(Double.MAX_VALUE);
    GridPane.setFillHeight(this, true);
  }

  /** The value both began with. */
  static PartyView before(Contested contested) {
    Label title = Labels.h3(Texts.text("inbox.before"));
    title.setGraphic(Icon.STALE.line());
    PartyView view = new PartyView(head(title, ""), DifferenceView.plain(contested.before()));
    view.getStyleClass().add("before");
    return view;
  }

  PartyView(ConflictViewModel card, Contested contested, Answer choice) {
    this(
        contested.isOpen()
            ? head(radio(card, contested, choice), time(card, contested, choice))
            : head(settled(contested, choice), time(card, contested, choice)),
        value(contested, choice));
    if (!contested.isOpen()) {
      pseudoClassStateChanged(CHOSEN, contested.taken().equals(Optional.of(choice)));
      return;
    }
    boolean canBe = contested.answers().contains(choice);
    card.answer(contested)
        .subscribe(now -> pseudoClassStateChanged(CHOSEN, now.equals(Optional.of(choice))));
    if (canBe) {
      getStyleClass().add("choice");
      setOnMouseClicked(_ -> card.answer(contested).set(Optional.of(choice)));
    }
  }

  private static FlowPane head(Node name, String time) {
    FlowPane head = new FlowPane(name);
    head.getStyleClass().add("party-head");
    if (!time.isEmpty()) {
      head.getChildren().add(Labels.cap(time));
    }
    return head;
  }

  private static String time(ConflictViewModel card, Contested contested, Answer choice) {
    return card.at(contested.party(choice).atMillis());
  }

  private static RadioButton radio(ConflictViewModel card, Contested contested, Answer choice) {
    Party party = contested.party(choice);
    String name = name(contested, choice);
    RadioButton radio = new RadioButton(name);
    radio.setMinWidth(USE_PREF_SIZE);
    radio.setDisable(!contested.answers().contains(choice));
    radio.setAccessibleText(
        Texts.text(
            "inbox.choice.spoken",
            contested.field(),
            name,
            time(card, contested, choice),
            party.words()));
    radio.setOnAction(_ -> card.answer(contested).set(Optional.of(choice)));
    card.answer(contested).subscribe(now -> radio.setSelected(now.equals(Optional.of(choice))));
    return radio;
  }

  private static Label settled(Contested contested, Answer choice) {
    Label name = Labels.h3(name(contested, choice));
    boolean isTaken = contested.taken().equals(Optional.of(choice));
    if (isTaken) {
      name.setText(Texts.text("inbox.taken", name.getText()));
      name.setGraphic(Icon.CHECK.fill());
      name.getStyleClass().add("taken");
    }
    return name;
  }

  private static String name(Contested contested, Answer choice) {
    String owner = ConflictWords.owner(contested.party(choice));
    if (!contested.isTrash()) {
      return owner;
    }
    return Texts.text(choice == Answer.SHOWN ? "inbox.trash.stay" : "inbox.trash.go");
  }

  private static Node value(Contested contested, Answer choice) {
    Party party = contested.party(choice);
    if (contested.isTrash()) {
      return DifferenceView.plain(
          Texts.text(
              choice == Answer.SHOWN ? "inbox.trash.edited" : "inbox.trash.trashed",
              party.isMine() ? Texts.text("inbox.You") : party.name()));
    }
    return DifferenceView.of(contested.before(), party.words());
  }
}
