package dev.throughline.desktop.memo;

import dev.throughline.desktop.ui.WordsArea;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.sync.Splice;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Group;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * A text area whose text others may change while a person types. Changes from outside come in as
 * the smallest replacement, so that caret, selection, scroll position and undo survive them.
 */
public final class TypedAreaView extends WordsArea {
  /** Space between two lines of text that is read or written, as a share of its height. */
  private static final double LINE_GAP = 0.3571;

  private Optional<Text> words = Optional.empty();
  private Consumer<String> typed = text -> {};
  private boolean isTaking;
  private boolean isFirst;
  private boolean isWhole;

  /**
   * @param name what a screen reader calls this text
   */
  public TypedAreaView(String name) {
    getStyleClass().add("tl-typed");
    setWrapText(true);
    setAccessibleText(name);
    WriteGate.heed(this);
    textProperty().addListener((property, before, now) -> told(now));
  }

  /** For areas that are always as high as their text: nothing scrolls. */
  public TypedAreaView whole() {
    isWhole = true;
    return this;
  }

  /** Shows a text from now on, in place of the one before. */
  public void show(Typing typing) {
    typed = text -> {};
    isFirst = true;
    typing.showIn(this::take);
    typed = typing::typed;
    positionCaret(0);
  }

  /**
   * Sets lines apart as everywhere in notes and transcripts, the same whether a text is read or
   * written. Not in the sheets: there the space grows each time it is worked out from a relative
   * text size, and the bounds cannot be chosen, which a text area rounds in its own way.
   */
  public static void spread(Text words) {
    words.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    words.lineSpacingProperty().bind(words.fontProperty().map(font -> font.getSize() * LINE_GAP));
  }

  /** The node that holds the words; empty until the area was laid out once. */
  public Optional<Text> words() {
    return words;
  }

  private void told(String now) {
    if (!isTaking) {
      typed.accept(now);
    }
  }

  private void take(String now) {
    if (isFirst) {
      // Not a replacement: taking it back must never empty the page.
      isFirst = false;
      setText(now);
      return;
    }
    String before = getText();
    Splice change = Splice.between(before, now);
    int anchor = CaretMove.after(before, now, getAnchor());
    int caret = CaretMove.after(before, now, getCaretPosition());
    double scrolled = getScrollTop();
    isTaking = true;
    replaceText(change.at(), change.at() + change.removed(), change.inserted());
    isTaking = false;
    selectRange(anchor, caret);
    setScrollTop(scrolled);
  }

  @Override
  protected void layoutChildren() {
    if (isWhole && lookup(".scroll-pane") instanceof ScrollPane inner) {
      inner.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }
    super.layoutChildren();
    if (words.isEmpty()) {
      words =
          lookupAll(".text").stream()
              .filter(node -> node instanceof Text && node.getParent() instanceof Group)
              .map(Text.class::cast)
              .findFirst();
      words.ifPresent(this::makeRoom);
    }
  }

  /** The control forgets the space between lines when it works out how far one can scroll. */
  private void makeRoom(Text text) {
    spread(text);
    if (lookup(".content") instanceof Region content) {
      content
          .minHeightProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> text.getLayoutBounds().getHeight() + padding(content),
                  text.layoutBoundsProperty(),
                  content.paddingProperty()));
    }
  }

  private static double padding(Region content) {
    return content.getPadding().getTop() + content.getPadding().getBottom();
  }
}
