package dev.throughline.desktop.workspace;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.WorkspaceList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The workspaces of the server, as it tells of them. UI thread only. */
public final class WorkspacesViewModel {
  private final WorkspaceParts parts;
  private final ObservableList<WorkspaceList.Entry> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private final ReadOnlyBooleanWrapper mayMake = new ReadOnlyBooleanWrapper(this, "mayMake");
  private final ReadOnlyBooleanWrapper isThere = new ReadOnlyBooleanWrapper(this, "isThere");
  private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper(this, "isBusy");
  private final ReadOnlyObjectWrapper<Optional<WorkspaceId>> here =
      new ReadOnlyObjectWrapper<>(this, "here", Optional.empty());

  public WorkspacesViewModel(WorkspaceParts parts) {
    this.parts = parts;
    line.set(Texts.text("workspace.none"));
  }

  /** The server's first one first. */
  ObservableList<WorkspaceList.Entry> rows() {
    return rows;
  }

  /** What the list is, or why there is none. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Whether the person may make another. */
  ReadOnlyBooleanProperty mayMakeProperty() {
    return mayMake.getReadOnlyProperty();
  }

  /** Whether the server told of any. */
  ReadOnlyBooleanProperty isThereProperty() {
    return isThere.getReadOnlyProperty();
  }

  /** Whether one is being made now. */
  ReadOnlyBooleanProperty isBusyProperty() {
    return isBusy.getReadOnlyProperty();
  }

  /** The one this profile has joined; empty before it joined any. */
  ReadOnlyObjectProperty<Optional<WorkspaceId>> hereProperty() {
    return here.getReadOnlyProperty();
  }

  /** Asks the server again. */
  public void refresh() {
    parts.background().run(() -> show(parts.desk().workspaces()));
  }

  void make(String name) {
    isBusy.set(true);
    parts
        .background()
        .run(
            () -> {
              Optional<Reply<WorkspaceList>> reply = parts.desk().make(name);
              parts
                  .ui()
                  .run(
                      () -> {
                        isBusy.set(false);
                        parts.toasts().accept(made(name, reply));
                      });
              if (reply.filter(Reply.Ok.class::isInstance).isPresent()) {
                show(reply);
              }
            });
  }

  private static Toast made(String name, Optional<Reply<WorkspaceList>> reply) {
    return switch (reply.orElse(new Reply.Unreachable<>("", 0))) {
      case Reply.Ok<WorkspaceList> _ ->
          Toast.done(Texts.text("workspace.made", name), Texts.text("workspace.made.line"));
      case Reply.Refused<WorkspaceList>(String code, String sentence) ->
          Toast.failed(
              Texts.text("workspace.failed"), Texts.text("workspace.coded", sentence, code));
      case Reply.Unreachable<WorkspaceList> _ ->
          Toast.failed(Texts.text("workspace.failed"), Texts.text("workspace.away"));
    };
  }

  void join(WorkspaceList.Entry workspace) {
    parts
        .background()
        .run(
            () -> {
              parts.desk().join(workspace.id());
              parts
                  .ui()
                  .run(
                      () ->
                          parts
                              .toasts()
                              .accept(
                                  Toast.done(
                                      Texts.text("workspace.joining", workspace.name()),
                                      Texts.text("workspace.joining.line"))));
              show(parts.desk().workspaces());
            });
  }

  void open(WorkspaceList.Entry workspace) {
    parts
        .background()
        .run(
            () ->
                parts
                    .desk()
                    .open(workspace)
                    .ifPresent(
                        why ->
                            parts
                                .ui()
                                .run(
                                    () ->
                                        parts
                                            .toasts()
                                            .accept(
                                                Toast.failed(
                                                    Texts.text("workspace.unopened"), why)))));
  }

  private void show(Optional<Reply<WorkspaceList>> reply) {
    if (reply.isEmpty()) {
      show(new WorkspaceList(List.of(), false), Texts.text("workspace.none"));
      return;
    }
    switch (reply.get()) {
      case Reply.Ok<WorkspaceList>(WorkspaceList list) ->
          show(
              list,
              Texts.text(parts.desk().joined().isEmpty() ? "workspace.choose" : "workspace.line"));
      case Reply.Refused<WorkspaceList>(String code, String sentence) ->
          show(new WorkspaceList(List.of(), false), Texts.text("workspace.coded", sentence, code));
      case Reply.Unreachable<WorkspaceList> _ ->
          show(new WorkspaceList(List.of(), false), Texts.text("workspace.away"));
    }
  }

  private void show(WorkspaceList list, String sentence) {
    Optional<WorkspaceId> joined = parts.desk().joined();
    parts
        .ui()
        .run(
            () -> {
              line.set(sentence);
              mayMake.set(list.mayCreate());
              isThere.set(!list.workspaces().isEmpty());
              here.set(joined);
              rows.setAll(list.workspaces());
            });
  }
}
