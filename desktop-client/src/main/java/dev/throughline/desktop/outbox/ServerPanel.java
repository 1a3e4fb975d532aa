package dev.throughline.desktop.outbox;

import dev.throughline.desktop.outbox.SyncSentence.Kind;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.LabeledField;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Which server this profile uses: joining, what was joined, leaving. */
final class ServerPanel extends VBox {
  private final OutboxViewModel place;
  private final ServerViewModel server;
  private final VBox body = new VBox();

  ServerPanel(OutboxViewModel place) {
    this.place = place;
    this.server = place.server();
    body.getStyleClass().add("tl-outbox-panel");
    getChildren().addAll(new SectionHeader(Texts.text("outbox.server.title")), body);
    server.stateProperty().subscribe(this::show);
  }

  private void show(ServerState state) {
    Node[] shown =
        switch (state) {
          case ServerState.NotJoined() -> form(Texts.text("outbox.server.hint"));
          case ServerState.Left(String workspace) ->
              form(Texts.text("outbox.server.left.hint", workspace));
          case ServerState.Joining(String address) -> joining(address);
          case ServerState.Joined(String workspace, String address) -> joined(workspace, address);
        };
    body.getChildren().setAll(shown);
  }

  private Node[] form(String hint) {
    TextField field = new TextField();
    field.setPromptText(Texts.text("outbox.server.prompt"));
    field.textProperty().bindBidirectional(server.addressProperty());
    field.setOnAction(_ -> server.join());
    LabeledField labeled = new LabeledField(Texts.text("outbox.server.name"), field).hint(hint);
    labeled.errorProperty().bind(server.problemProperty());
    return new Node[] {labeled, join(), note("outbox.server.trust")};
  }

  /** The main action of the place, unless the header has a more important one. */
  private Button join() {
    Button join =
        place.sentenceProperty().get().kind() == Kind.SAVE_CODE
            ? Buttons.standard(Texts.text("outbox.server.join"), server::join)
            : Buttons.primary(Texts.text("outbox.server.join"), server::join);
    return join;
  }

  private Node[] joining(String address) {
    return new Node[] {
      new FactRow(Icon.SYNC, Texts.text("outbox.server.joining", address))
          .line(Texts.text("outbox.server.joining.line")),
      Buttons.standard(Texts.text("outbox.server.cancel"), server::leave)
    };
  }

  private Node[] joined(String workspace, String address) {
    return new Node[] {
      new FactRow(Icon.TEAM, workspace).line(address),
      new FactRow(Icon.VERIFIED, Texts.text("outbox.server.complete"))
          .line(place.lastCompleteProperty()),
      note("outbox.server.trust"),
      Buttons.standard(Texts.text("outbox.server.leave"), server::leave),
      note("outbox.server.leave.line")
    };
  }

  private static Node note(String key) {
    return Labels.wrapping(Labels.small(Texts.text(key)));
  }
}
