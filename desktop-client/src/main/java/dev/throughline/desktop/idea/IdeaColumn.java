package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Texts;
import java.util.Comparator;
import java.util.Locale;

/** The columns of the table of ideas, and how each of them sorts. */
enum IdeaColumn {
  TITLE(14, 0, Comparator.comparing(row -> row.idea().title(), String.CASE_INSENSITIVE_ORDER)),
  STATUS(6.6, 0, Comparator.comparing(row -> row.idea().status())),
  SCORE(
      6,
      0,
      Comparator.comparing(Arranged::number, Comparator.nullsFirst(Comparator.naturalOrder()))),
  EVIDENCE(9, 36, Comparator.comparingInt(row -> row.supporting() - row.opposing())),
  UNTESTED(6.6, 48, Comparator.comparingInt(IdeaRow::untested)),
  TASKS(6, 56, Comparator.comparingInt(IdeaRow::openTasks)),
  STUDY(11, 66, Comparator.comparing(IdeaRow::study, String.CASE_INSENSITIVE_ORDER)),
  OWNER(8, 76, Comparator.comparing(IdeaRow::owner, String.CASE_INSENSITIVE_ORDER));

  private final double widthEm;
  private final double shownFromEm;
  private final Comparator<IdeaRow> order;

  IdeaColumn(double widthEm, double shownFromEm, Comparator<IdeaRow> order) {
    this.widthEm = widthEm;
    this.shownFromEm = shownFromEm;
    this.order = order;
  }

  String title() {
    return Texts.text("idea.table." + name().toLowerCase(Locale.ROOT));
  }

  /** In text heights; the title takes what is left and at least this. */
  double widthEm() {
    return widthEm;
  }

  /** The column leaves when the table is narrower than this. */
  double shownFromEm() {
    return shownFromEm;
  }

  Comparator<IdeaRow> order() {
    return order;
  }

  boolean isNumber() {
    return this == SCORE || this == UNTESTED || this == TASKS;
  }

  /** What a cell says; nothing rather than zero. */
  String words(IdeaRow row) {
    return switch (this) {
      case TITLE -> IdeaWords.title(row.idea());
      case STATUS -> IdeaWords.status(row.idea().status());
      case SCORE -> IdeaWords.score(row.score());
      case EVIDENCE ->
          row.hasEvidence()
              ? IdeaWords.evidence(row.supporting(), row.opposing())
              : IdeaCardView.needsEvidence(row.idea().status())
                  ? Texts.text("idea.evidence.none")
                  : "";
      case UNTESTED -> count(row.untested());
      case TASKS -> count(row.openTasks());
      case STUDY -> row.study();
      case OWNER -> row.owner();
    };
  }

  /** Whether the cell says that something is missing. */
  boolean isLacking(IdeaRow row) {
    return this == EVIDENCE
        && !row.hasEvidence()
        && IdeaCardView.needsEvidence(row.idea().status());
  }

  private static String count(int count) {
    return count == 0 ? "" : Texts.number(count);
  }
}
