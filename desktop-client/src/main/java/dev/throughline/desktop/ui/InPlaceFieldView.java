package dev.throughline.desktop.ui;

import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/**
 * A line that reads like a label and is edited where it stands: Enter or leaving saves, Esc
 * restores. It wraps instead of hiding its end, so it is a text area that takes no line breaks.
 * Until somebody comes near it shows its words only: a page has dozens, and most are just read.
 * What comes from the store is shown at once, unless the person has changed the words: then it
 * waits until they have left, and what they saved says what they started from.
 */
public final class InPlaceFieldView extends TextArea {
  /** Room for the caret behind the last letter. */
  private static final double CARET = 3;

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\n\\t]+");

  /** Takes what a person typed. */
  @FunctionalInterface
  public interface Save {
    /**
     * @param before what the store said when the person began
     * @param after what they made of it
     */
    void save(String before, String after);
  }

  private final Save save;
  private final Text measure = new Text();
  private String stored = "";
  private String before = "";
  private String saved = "";
  private boolean isFitting;

  /**
   * @param name what a screen reader calls the field
   * @param prompt what stands there while it is empty
   */
  public InPlaceFieldView(String name, String prompt, Save save) {
    this.save = save;
    getStyleClass().add("tl-in-place");
    setWrapText(true);
    setMaxHeight(USE_PREF_SIZE);
    setAccessibleText(name);
    WriteGate.heed(this);
    setPromptText(prompt);
    setTextFormatter(new TextFormatter<>(InPlaceFieldView::oneLine));
    focusedProperty().subscribe(this::focused);
    addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> comeAlive());
    // A finger comes without having been near.
    setOnMousePressed(_ -> requestFocus());
    textProperty().addListener(change -> requestLayout());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Lets the field be as wide as what stands in it. */
  public InPlaceFieldView fitting() {
    isFitting = true;
    return this;
  }

  /** What the store says now. */
  public void show(String text) {
    stored = text;
    if (!isFocused() || isSame(getText(), before) || isSame(getText(), stored)) {
      take();
    } else if (isSame(saved, stored)) {
      before = stored;
    }
  }

  /** What is typed from here on starts from what the store says now. */
  private void take() {
    before = stored;
    saved = stored;
    String words = line(stored);
    if (!isFocused()) {
      setText(words);
    } else if (!isSame(getText(), words)) {
      int caret = Math.min(getCaretPosition(), words.length());
      setText(words);
      positionCaret(caret);
    }
  }

  private static String line(String text) {
    return LINE_BREAKS.matcher(text).replaceAll(" ");
  }

  private static boolean isSame(String one, String other) {
    return line(one).strip().equals(line(other).strip());
  }

  private static TextFormatter.Change oneLine(TextFormatter.Change change) {
    if (change.isContentChange()) {
      change.setText(LINE_BREAKS.matcher(change.getText()).replaceAll(" "));
    }
    return change;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    if (isFocused()) {
      getStyleClass().add("alive");
      return super.createDefaultSkin();
    }
    return new StillSkin(this);
  }

  private void comeAlive() {
    if (getSkin() instanceof StillSkin) {
      // The toolkit shares what it works out of styles among nodes of the same style classes, and
      // would take the colours of this skin from a field that knows of none.
      getStyleClass().add("alive");
      setSkin(super.createDefaultSkin());
      applyCss();
      layout();
    }
  }

  private void focused(boolean isFocused) {
    if (isFocused) {
      comeAlive();
    } else {
      finish();
      deselect();
      positionCaret(0);
    }
  }

  /** Saves what was typed; else shows what the store has said meanwhile. */
  public void finish() {
    if (!commit() && !isSame(before, stored)) {
      take();
    }
  }

  private boolean commit() {
    if (isSame(getText(), saved)) {
      return false;
    }
    saved = getText();
    save.save(before, saved);
    return true;
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> commit();
      case TAB ->
          requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      case ESCAPE -> {
        if (getText().equals(line(stored))) {
          return;
        }
        setText(line(stored));
        take();
        end();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    double words = isFitting ? bounds(0).getWidth() + CARET : getPrefColumnCount() * letterWidth();
    return snappedLeftInset() + Math.ceil(words) + snappedRightInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double whole = width < 0 ? getWidth() : width;
    double words = Math.max(0, whole - snappedLeftInset() - snappedRightInset() - CARET);
    return snappedTopInset() + Math.ceil(bounds(words).getHeight()) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private Bounds bounds(double wrappingWidth) {
    return bounds(getText().isEmpty() ? getPromptText() : getText(), wrappingWidth);
  }

  private Bounds bounds(String words, double wrappingWidth) {
    measure.setFont(getFont());
    measure.setText(words);
    measure.setWrappingWidth(wrappingWidth);
    return measure.getLayoutBounds();
  }

  /** Of the widest letter, as text areas count their columns. */
  private double letterWidth() {
    return bounds("W", 0).getWidth();
  }

  /** All of it can be seen, so nothing is to be scrolled. */
  @Override
  protected void layoutChildren() {
    if (lookup(".scroll-pane") instanceof ScrollPane inner) {
      inner.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }
    super.layoutChildren();
  }

  @Override
  public double getBaselineOffset() {
    bounds(0);
    return snappedTopInset() + measure.getBaselineOffset();
  }
}
