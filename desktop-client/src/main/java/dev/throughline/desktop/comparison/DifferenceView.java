package dev.throughline.desktop.comparison;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.sync.TextDiff;
import dev.throughline.model.sync.TextDiff.Fate;
import dev.throughline.model.sync.TextDiff.Piece;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text with what changed in it, word by word: removed words struck through, added ones
 * underlined, both tinted. Of long texts only what is around the changes is shown.
 */
public final class DifferenceView extends TextFlow {
  private static final String CUT = "…";

  /** Unchanged words kept on either side of a change, in UTF-16 units. */
  private static final int AROUND = 120;

  private static final int ALONE_MAX = 320;
  private static final int CHANGED_MAX = 1_200;

  private DifferenceView() {
    getStyleClass().add("tl-difference");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(0);
  }

  /** What {@code after} made of {@code before}. */
  public static DifferenceView of(String before, String after) {
    DifferenceView view = new DifferenceView();
    List<Piece> pieces = TextDiff.of(before, after);
    StringBuilder spoken = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String text =
          piece.fate() == Fate.SAME
              ? unchanged(piece.text(), i == 0, i == pieces.size() - 1)
              : cut(piece.text(), CHANGED_MAX);
      view.add(piece.fate(), text);
      spoken.append(spoken(piece.fate(), text)).append(' ');
    }
    view.setAccessibleText(spoken.toString().strip());
    return view;
  }

  /** A text as it is, shortened. */
  public static DifferenceView plain(String text) {
    DifferenceView view = new DifferenceView();
    String shown = cut(text, ALONE_MAX);
    view.add(Fate.SAME, shown);
    view.setAccessibleText(shown);
    return view;
  }

  private static String spoken(Fate fate, String text) {
    return switch (fate) {
      case SAME -> text;
      case REMOVED -> Texts.text("comparison.removed", text);
      case ADDED -> Texts.text("comparison.added", text);
    };
  }

  private void add(Fate fate, String text) {
    if (fate == Fate.SAME) {
      Text same = new Text(text);
      same.getStyleClass().add("same");
      getChildren().add(same);
      return;
    }
    // A tint needs a region, and only between regions a line can break: one for each word.
    for (String word : text.split("(?<=\\s)(?=\\S)|(?<=\n)|(?=\n)")) {
      if (word.equals("\n")) {
        getChildren().add(new Text(word));
      } else if (!word.isEmpty()) {
        Label label = new Label(word);
        label.getStyleClass().add(fate == Fate.ADDED ? "added" : "removed");
        label.setMinWidth(Label.USE_PREF_SIZE);
        getChildren().add(label);
      }
    }
  }

  private static String unchanged(String text, boolean isFirst, boolean isLast) {
    if (isFirst && isLast) {
      return cut(text, ALONE_MAX);
    }
    String head = isFirst ? "" : cut(text, AROUND);
    String tail = isLast ? "" : end(text);
    boolean isWhole = text.length() <= (isFirst || isLast ? AROUND : 2 * AROUND);
    return isWhole ? text : head + (isFirst || isLast ? "" : " ") + tail;
  }

  private static String cut(String text, int max) {
    if (text.length() <= max + max / 4) {
      return text;
    }
    int end = text.lastIndexOf(' ', max);
    return text.substring(0, end > max / 2 ? end : whole(text, max)) + CUT;
  }

  private static String end(String text) {
    if (text.length() <= AROUND + AROUND / 4) {
      return text;
    }
    int from = text.length() - AROUND;
    int start = text.indexOf(' ', from);
    return CUT + text.substring(start < 0 || start > from + AROUND / 2 ? whole(text, from) : start);
  }

  /** Never splits a character in two. */
  private static int whole(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
