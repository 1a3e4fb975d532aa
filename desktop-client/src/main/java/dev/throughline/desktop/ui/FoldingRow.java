package dev.throughline.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * A row of parts that stand beside each other while all of them have room, and in lines where not:
 * in a narrow window, or with large text. In each line {@link Spaces#grow} takes the rest of the
 * width; parts with a minimum may be as narrow as that before the row folds.
 */
public final class FoldingRow extends Pane {
  private final double gapEm;
  private final Labeled gauge;
  private Optional<Node> spare = Optional.empty();

  /**
   * @param gapEm between two parts and two lines, in text heights
   * @param gauge a label in body size that stands in the row for good
   */
  public FoldingRow(double gapEm, Labeled gauge, Node... parts) {
    this.gapEm = gapEm;
    this.gauge = gauge;
    getChildren().addAll(parts);
    // Before every layout: a part that is left out takes no room in it.
    widthProperty().subscribe(_ -> leaveOut());
    gauge.fontProperty().subscribe(_ -> leaveOut());
  }

  /** This part is left out while the row is folded. */
  public FoldingRow spare(Node part) {
    spare = Optional.of(part);
    return this;
  }

  private void leaveOut() {
    spare.ifPresent(
        part -> {
          boolean hasRoom = isOneLine(getWidth());
          part.setVisible(hasRoom);
          part.setManaged(hasRoom);
        });
  }

  private double gap() {
    return gapEm * gauge.getFont().getSize();
  }

  private boolean isOneLine(double width) {
    List<Node> parts =
        getChildren().stream()
            .filter(part -> part.isManaged() || spare.filter(part::equals).isPresent())
            .toList();
    double needed = parts.stream().mapToDouble(part -> part.minWidth(-1)).sum();
    return needed + gap() * (parts.size() - 1) <= width - sides();
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  private static boolean grows(Node part) {
    return HBox.getHgrow(part) == Priority.ALWAYS;
  }

  private List<List<Node>> lines(double width) {
    List<Node> parts = getManagedChildren();
    if (isOneLine(width)) {
      return List.of(parts);
    }
    List<List<Node>> lines = new ArrayList<>();
    List<Node> line = new ArrayList<>();
    double used = 0;
    for (Node part : parts) {
      double needed = part.minWidth(-1);
      if (!line.isEmpty() && used + gap() + needed > width - sides()) {
        lines.add(line);
        line = new ArrayList<>();
        used = 0;
      }
      used += (line.isEmpty() ? 0 : gap()) + needed;
      line.add(part);
    }
    lines.add(line);
    return lines;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    double widest =
        getManagedChildren().stream().mapToDouble(part -> part.minWidth(-1)).max().orElse(0);
    return sides() + widest;
  }

  @Override
  protected double computePrefWidth(double height) {
    List<Node> parts = getManagedChildren();
    double needed = parts.stream().mapToDouble(part -> part.prefWidth(-1)).sum();
    return sides() + needed + gap() * Math.max(0, parts.size() - 1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? prefWidth(-1) : width;
    List<List<Node>> lines = lines(room);
    double heights = lines.stream().mapToDouble(line -> height(line, room - sides())).sum();
    return snappedTopInset() + heights + gap() * (lines.size() - 1) + snappedBottomInset();
  }

  private double height(List<Node> line, double width) {
    double[] widths = widths(line, width);
    double most = 0;
    for (int i = 0; i < widths.length; i++) {
      most = Math.max(most, line.get(i).prefHeight(widths[i]));
    }
    return snapSizeY(most);
  }

  /** Preferred widths; what is missing is taken from parts that may be narrower. */
  private double[] widths(List<Node> line, double width) {
    double room = width - gap() * (line.size() - 1);
    double[] widths = line.stream().mapToDouble(part -> part.prefWidth(-1)).toArray();
    double missing = java.util.Arrays.stream(widths).sum() - room;
    for (int i = widths.length - 1; i >= 0 && missing > 0; i--) {
      double given = Math.min(missing, Math.max(0, widths[i] - line.get(i).minWidth(-1)));
      widths[i] -= given;
      missing -= given;
    }
    for (int i = 0; i < widths.length && missing < 0; i++) {
      if (grows(line.get(i))) {
        widths[i] -= missing;
        missing = 0;
      }
    }
    return widths;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - sides();
    double y = snappedTopInset();
    for (List<Node> line : lines(getWidth())) {
      double[] widths = widths(line, width);
      double height = height(line, width);
      double x = snappedLeftInset();
      for (int i = 0; i < widths.length; i++) {
        Node part = line.get(i);
        double own = part.prefHeight(widths[i]);
        part.resizeRelocate(
            snapPositionX(x), snapPositionY(y + (height - own) / 2), snapSizeX(widths[i]), own);
        x += widths[i] + gap();
      }
      y += height + gap();
    }
  }
}
