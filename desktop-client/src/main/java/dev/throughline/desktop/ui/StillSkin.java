package dev.throughline.desktop.ui;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** A field in place while nobody types in it: the same words at the same spot, and nothing else. */
final class StillSkin extends SkinBase<InPlaceFieldView> {
  private static final PseudoClass PROMPT = PseudoClass.getPseudoClass("prompt");

  private final Text words = new Text();

  StillSkin(InPlaceFieldView field) {
    super(field);
    words.getStyleClass().add("still");
    words.setTextOrigin(VPos.TOP);
    words.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    words.setMouseTransparent(true);
    words.setManaged(false);
    words.fontProperty().bind(field.fontProperty());
    registerChangeListener(field.textProperty(), _ -> show());
    registerChangeListener(field.promptTextProperty(), _ -> show());
    getChildren().add(words);
    show();
  }

  private void show() {
    String typed = getSkinnable().getText();
    words.setText(typed.isEmpty() ? getSkinnable().getPromptText() : typed);
    words.pseudoClassStateChanged(PROMPT, typed.isEmpty());
    getSkinnable().requestLayout();
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    words.setWrappingWidth(width);
    words.relocate(x, y);
  }

  @Override
  public void dispose() {
    if (getSkinnable() != null) {
      words.fontProperty().unbind();
      getChildren().remove(words);
    }
    super.dispose();
  }
}
