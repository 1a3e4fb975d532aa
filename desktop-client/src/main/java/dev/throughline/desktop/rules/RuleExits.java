package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.SignCase;
import java.util.function.Consumer;

/**
 * Where rules lead; the window gives the ways.
 *
 * @param sign opens the sheet on which a proposal is signed
 * @param propose opens the sheet on which one is made
 */
public record RuleExits(Consumer<SignCase> sign, Consumer<RuleRow> propose) {
  static final RuleExits NOWHERE = new RuleExits(_ -> {}, _ -> {});
}
