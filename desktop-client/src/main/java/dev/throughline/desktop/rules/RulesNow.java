package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.SignCase;
import java.util.List;
import java.util.Optional;

/**
 * The rules of signing, for whoever looks.
 *
 * @param mayPropose whether they may propose another version
 */
record RulesNow(List<RuleRow> rows, boolean mayPropose) {
  static final RulesNow NONE = new RulesNow(List.of(), false);

  RulesNow {
    rows = List.copyOf(rows);
  }

  /** Those of which whoever looks can propose another version. */
  List<RuleRow> proposable() {
    return mayPropose ? rows.stream().filter(RuleRow::isFree).toList() : List.of();
  }

  /** The first proposal that waits for the answer of whoever looks. */
  Optional<SignCase> toSign() {
    return rows.stream()
        .flatMap(row -> row.waits().stream())
        .filter(SignCase::waitsForMe)
        .findFirst();
  }
}
