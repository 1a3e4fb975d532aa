package dev.throughline.desktop.comment;

import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is said about a record, and the field to say something, one below the other. */
public final class CommentsView extends VBox {
  private final CommentsViewModel model;
  private final VBox rows = new VBox();
  private final VBox field = new VBox();
  private final Label line = Labels.wrapping(Labels.small(""));
  private final Map<RecordId, TalkView> shown = new HashMap<>();
  private Optional<ComposerView> fresh = Optional.empty();
  private boolean typesSoon;
  private Optional<VBox> section = Optional.empty();

  public CommentsView(CommentsViewModel model) {
    this.model = model;
    getStyleClass().add("comments");
    WriteGate.on(this, model.whyNotProperty());
    rows.getStyleClass().add("talks");
    getChildren().addAll(line, rows, field);
    model.talks().addListener((ListChangeListener<Talk>) _ -> fill());
    model.answers().addListener((MapChangeListener<RecordId, Object>) this::turned);
    model.edits().addListener((MapChangeListener<RecordId, Object>) this::turned);
    model.freshProperty().subscribe(this::put);
    model.whyNotProperty().subscribe(_ -> say());
    model.teamProperty().subscribe(_ -> say());
    model.loadedProperty().subscribe(_ -> say());
    model.revealedProperty().subscribe(wanted -> wanted.ifPresent(this::reveal));
    sceneProperty().subscribe(this::moved);
    fill();
  }

  /** As a section of a page, with its name and how many there are. */
  public VBox section() {
    if (section.isPresent()) {
      return section.get();
    }
    SectionHeader header = new SectionHeader(Texts.text("comment.title"));
    Runnable count = () -> header.note(model.count() == 0 ? "" : Texts.number(model.count()));
    model.onCount(count);
    count.run();
    VBox whole = new VBox(header, this);
    section = Optional.of(whole);
    return whole;
  }

  /** Puts the caret where something new is said. */
  public void typeNow() {
    typesSoon = getScene() == null;
    fresh.ifPresent(ComposerView::typeNow);
  }

  /** A panel that was closed is on the screen only a frame later. */
  private void moved(@Nullable Scene scene) {
    if (scene != null && typesSoon) {
      Platform.runLater(this::typeNow);
    }
  }

  private void put(Optional<ComposerViewModel> composer) {
    fresh =
        composer.map(
            typing ->
                new ComposerView(
                    typing,
                    Texts.text("comment.send"),
                    Texts.text("comment.prompt"),
                    Optional.empty()));
    field.getChildren().setAll(fresh.stream().toList());
    say();
  }

  /** What stands above: why one cannot write, that nobody has yet, or that nobody can be named. */
  private void say() {
    Optional<String> why = model.whyNotProperty().get();
    String nobody = model.talks().isEmpty() ? Texts.text("comment.empty") : "";
    String alone = model.teamProperty().get() ? "" : Texts.text("comment.alone");
    String said =
        why.map(reason -> Texts.text("comment.cannot", reason))
            .orElseGet(() -> (nobody + " " + alone).strip());
    line.setText(said);
    line.setVisible(model.loadedProperty().get() && !said.isEmpty());
    line.setManaged(line.isVisible());
    field.setVisible(why.isEmpty());
    field.setManaged(why.isEmpty());
  }

  /** Keeps the talks that stay as they were, so that a field keeps its caret. */
  private void fill() {
    List<RecordId> ids = model.talks().stream().map(Talk::id).toList();
    shown.keySet().retainAll(ids);
    for (Talk talk : model.talks()) {
      TalkView before = shown.get(talk.id());
      if (before == null || !before.talk().equals(talk)) {
        boolean isTyping = before != null && before.isFocusWithin();
        TalkView view = new TalkView(model, talk);
        shown.put(talk.id(), view);
        if (isTyping) {
          Platform.runLater(view::typeNow);
        }
      }
    }
    List<TalkView> order = ids.stream().map(shown::get).toList();
    if (!rows.getChildren().equals(order)) {
      rows.getChildren().setAll(order);
    }
    say();
  }

  private void turned(MapChangeListener.Change<? extends RecordId, ?> change) {
    for (TalkView view : shown.values()) {
      boolean isHere =
          view.talk().id().equals(change.getKey())
              || view.talk().all().anyMatch(s -> s.comment().id().equals(change.getKey()));
      if (isHere) {
        view.rebuild();
        if (change.wasAdded()) {
          Platform.runLater(view::typeNow);
        }
      }
    }
  }

  private void reveal(RecordId comment) {
    for (TalkView view : shown.values()) {
      view.mark(comment).ifPresent(said -> Platform.runLater(() -> scrollTo(said)));
    }
  }

  private void scrollTo(Node said) {
    for (Node at = getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane && pane.getContent() != null) {
        pane.applyCss();
        pane.layout();
        Bounds all = pane.getContent().getBoundsInLocal();
        double top =
            pane.getContent().sceneToLocal(said.localToScene(said.getBoundsInLocal())).getMinY();
        double room = all.getHeight() - pane.getViewportBounds().getHeight();
        pane.setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
        return;
      }
    }
  }
}
