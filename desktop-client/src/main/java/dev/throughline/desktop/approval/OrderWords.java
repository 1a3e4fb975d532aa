package dev.throughline.desktop.approval;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.release.RollbackOrder.Words;

/** What is said of orders to take a version back, or to bring it back. */
public final class OrderWords {
  private OrderWords() {}

  /**
   * What somebody who signs it allows.
   *
   * @param until when it can be signed; empty while the server has not said it
   */
  public static String asks(Words said, String until) {
    return switch (said.purpose()) {
      case ROLLBACK -> takes(said);
      case EMERGENCY ->
          until.isEmpty()
              ? Texts.text("order.asks.emergency", said.version())
              : Texts.text("order.asks.emergency.until", said.version(), until);
      case REVERT -> Texts.text("order.asks.revert", said.version());
    };
  }

  private static String takes(Words said) {
    return said.to() == 0
        ? Texts.text("order.asks.rollback.none", said.version())
        : Texts.text("order.asks.rollback", said.version(), said.to());
  }

  /** What it says why; a sentence where the order itself says nothing. */
  public static String reason(Words said) {
    return said.reason().isBlank() ? Texts.text("order.reason.none") : said.reason();
  }
}
