package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Editors;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.IdeaWords;
import dev.throughline.desktop.idea.LineBox;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.PartOfView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Every;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** One cost of a handoff: what for, how much, how often. */
@PartOfView("a line of a handoff")
final class CostLine extends VBox {
  private final Editors editors;
  private final InPlaceFieldView text;
  private final InPlaceFieldView amount;
  private final ComboBox<Every> every;

  /**
   * @param currency what an amount without a currency is in
   */
  CostLine(Edits edits, Supplier<String> currency) {
    editors = new Editors(edits, Cost.KIND, "handoff.step.cost");
    text = editors.text("handoff.cost", Cost.TEXT, Cost.TEXT_LENGTH_MAX);
    amount = editors.money("handoff.amount", Cost.AMOUNT, currency);
    every =
        editors.choice(
            "handoff.every",
            Cost.EVERY,
            List.of(Every.values()),
            Every::wireName,
            one -> Texts.text("handoff.every." + one.wireName()));
    LineBox.lay(
        this,
        text,
        new Node[] {editors.remove("handoff.cost.remove", "handoff.step.cost.remove")},
        amount,
        every);
  }

  void show(Cost one) {
    editors.show(
        one.id(),
        () -> {
          text.show(one.text());
          amount.show(IdeaWords.money(one.amount()));
          editors.show(every, Cost.EVERY, one.every(), Value.text(one.every().wireName()));
        });
  }
}
