package dev.throughline.desktop.workspace;

import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Chip;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.WorkspaceList;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of workspaces, each with the way into it. */
public final class WorkspacesView extends VBox {
  private final WorkspacesViewModel model;
  private final VBox rows = new VBox();

  public WorkspacesView(WorkspacesViewModel model) {
    this.model = model;
    getStyleClass().add("workspaces");
    Label line = Labels.wrapping(Labels.small(""));
    line.getStyleClass().add("access-line");
    line.textProperty().bind(model.lineProperty());
    HBox making = making();
    making.visibleProperty().bind(model.mayMakeProperty());
    making.managedProperty().bind(making.visibleProperty());
    Label cannot = Labels.wrapping(Labels.small(Texts.text("workspace.make.cannot")));
    cannot.visibleProperty().bind(model.isThereProperty().and(model.mayMakeProperty().not()));
    cannot.managedProperty().bind(cannot.visibleProperty());
    getChildren().addAll(line, rows, making, cannot);
    model.rows().addListener((InvalidationListener) _ -> show());
  }

  private void show() {
    rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
  }

  private ListRow row(WorkspaceList.Entry workspace) {
    return new ListRow(workspace.name()).lead(Icon.WORKSPACE).state(way(workspace));
  }

  private Node way(WorkspaceList.Entry workspace) {
    Optional<WorkspaceId> here = model.hereProperty().get();
    if (here.isEmpty()) {
      return spoken(
          Buttons.standard(Texts.text("workspace.join"), () -> model.join(workspace)), workspace);
    }
    return here.get().equals(workspace.id())
        ? Chip.of(Chip.State.NEUTRAL, Texts.text("workspace.here"))
        : spoken(
            Buttons.standard(Texts.text("workspace.open"), () -> model.open(workspace)), workspace);
  }

  private static Button spoken(Button button, WorkspaceList.Entry workspace) {
    button.setAccessibleText(button.getText() + ": " + workspace.name());
    return button;
  }

  private HBox making() {
    TextField name = new TextField();
    name.setPromptText(Texts.text("workspace.make.prompt"));
    name.setAccessibleText(Texts.text("workspace.make.prompt"));
    Runnable make =
        () -> {
          model.make(name.getText().strip());
          name.clear();
        };
    Button button = Buttons.standard(Texts.text("workspace.make"), Icon.ADD, make);
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.isBusyProperty().get() || name.getText().isBlank(),
                model.isBusyProperty(),
                name.textProperty()));
    name.setOnAction(
        _ -> {
          if (!name.getText().isBlank() && !model.isBusyProperty().get()) {
            make.run();
          }
        });
    HBox line = new HBox(name, button);
    line.getStyleClass().add("access-add");
    HBox.setHgrow(name, Priority.ALWAYS);
    return line;
  }
}
