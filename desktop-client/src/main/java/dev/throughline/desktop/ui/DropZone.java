package dev.throughline.desktop.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;

/** A dashed place to drop files on; pressing it asks for files instead. */
public final class DropZone extends HBox {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  /** Words say what to drop, types which kinds are taken. */
  public DropZone(String words, String types, Runnable choose, Consumer<List<Path>> take) {
    getStyleClass().add("tl-drop");
    Pressable.make(this, words + ". " + types, choose);
    getChildren()
        .addAll(
            Icon.IMPORT.line(),
            Labels.wrapping(Labels.muted(words)),
            Labels.wrapping(Labels.small(types)));
    takeFiles(this, take);
  }

  /** Lets any node take dropped files; it wears the pseudo-class {@code dropping} meanwhile. */
  public static void takeFiles(Node target, Consumer<List<Path>> take) {
    target.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            target.pseudoClassStateChanged(DROPPING, true);
          }
          event.consume();
        });
    target.setOnDragExited(event -> target.pseudoClassStateChanged(DROPPING, false));
    target.setOnDragDropped(event -> drop(event, take));
  }

  private static void drop(DragEvent event, Consumer<List<Path>> take) {
    var files = event.getDragboard().getFiles().stream().map(file -> file.toPath()).toList();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    if (!files.isEmpty()) {
      take.accept(files);
    }
  }
}
