package dev.throughline.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Columns of a table that follow the height of its text and leave one by one where the table gets
 * narrow; one of them takes what the others leave.
 */
@PartOfView("gives columns their widths; the table is the node")
public final class FittingColumns {
  /** Left free for the scroll bar. */
  private static final double BAR_EM = 1;

  /** Beside the words of a head: its padding, and the arrow of the column that sorts. */
  private static final double BESIDE_HEAD_EM = 1.8;

  private final TableView<?> table;
  private final ObservableValue<Font> text;
  private final List<Wish> wishes = new ArrayList<>();

  /** What one column asks for, in text heights. */
  private record Wish(
      TableColumn<?, ?> column,
      double widthEm,
      double shownFromEm,
      boolean takesRest,
      BooleanSupplier isWanted) {}

  /** Fits from now on; add the columns. */
  public FittingColumns(TableView<?> table, ObservableValue<Font> text) {
    this.table = table;
    this.text = text;
    table.widthProperty().subscribe(this::fit);
    text.subscribe(_ -> Platform.runLater(this::fit));
  }

  /** A column of a fixed width, there from a width of the table on and while it is wanted. */
  public void add(
      TableColumn<?, ?> column, double widthEm, double shownFromEm, BooleanSupplier isWanted) {
    wishes.add(new Wish(column, widthEm, shownFromEm, false, isWanted));
  }

  /** The column that takes the rest, and at least this. */
  public void rest(TableColumn<?, ?> column, double leastEm) {
    wishes.add(new Wish(column, leastEm, 0, true, () -> true));
  }

  /** Words in body size, which is more than those of a head take. */
  private double headEm(TableColumn<?, ?> column, double em) {
    Text head = new Text(column.getText());
    head.setFont(text.getValue());
    return head.getLayoutBounds().getWidth() / em + BESIDE_HEAD_EM;
  }

  /** Fits anew; call it when what is wanted may have changed. */
  public void fit() {
    double em = text.getValue().getSize();
    double width = table.getWidth() / em;
    double left = width - BAR_EM;
    for (Wish wish : wishes) {
      boolean isShown = width >= wish.shownFromEm() && wish.isWanted().getAsBoolean();
      wish.column().setVisible(isShown);
      if (isShown && !wish.takesRest()) {
        double wanted = Math.max(wish.widthEm(), headEm(wish.column(), em));
        wish.column().setPrefWidth(wanted * em);
        left -= wanted;
      }
    }
    for (Wish wish : wishes) {
      if (wish.takesRest()) {
        wish.column().setPrefWidth(Math.max(wish.widthEm(), left) * em);
      }
    }
  }
}
