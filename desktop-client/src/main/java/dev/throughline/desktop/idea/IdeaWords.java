package dev.throughline.desktop.idea;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.idea.Idea;
import dev.throughline.model.idea.IdeaStatus;
import dev.throughline.model.score.Scored;
import dev.throughline.model.value.Decimals;
import dev.throughline.model.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How ideas are put into words, and what people type is read. */
public final class IdeaWords {
  /** Digits of a score that lists show; the page shows all of them. */
  private static final int SCORE_DIGITS = 2;

  /** An amount before or after the code of its currency. */
  private static final Pattern MONEY =
      Pattern.compile("(?:([A-Z]{3})\\s*)?(-?[0-9 ,.']+?)\\s*([A-Z]{3})?");

  private IdeaWords() {}

  public static String title(Idea idea) {
    return idea.title().isBlank() ? Texts.text("idea.untitled") : idea.title();
  }

  static String status(IdeaStatus status) {
    return Texts.text("idea.status." + status.wireName());
  }

  /** A score as a list shows it: a number, or nothing where none comes out. */
  static String score(Optional<Scored> score) {
    return score
        .filter(Scored.Of.class::isInstance)
        .map(its -> number(((Scored.Of) its).number(), SCORE_DIGITS))
        .orElse("");
  }

  /** A number as people read it: 18,204.5; at most so many digits behind the point. */
  static String number(BigDecimal number, int digitsMax) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setMaximumFractionDigits(digitsMax);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(number);
  }

  /** What comes out of a scorecard, or why nothing does, as a sentence. */
  static String result(Scored scored) {
    return switch (scored) {
      case Scored.Of(BigDecimal number) -> number(number, 34);
      case Scored.Lacks(String input) -> Texts.text("idea.score.lacks", input);
      case Scored.DividesByZero() -> Texts.text("idea.score.zero");
      case Scored.Unreadable(int at, String why) ->
          Texts.text("idea.score.unreadable", at + 1, why);
    };
  }

  /** What speaks for an idea and what against it: "5 for, 2 against". */
  static String evidence(int supporting, int opposing) {
    return Stream.of(
            supporting == 0 ? "" : Texts.text("idea.for.count", supporting),
            opposing == 0 ? "" : Texts.text("idea.against.count", opposing))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  public static String money(Optional<Money> money) {
    return money.map(its -> its.currency() + " " + plain(its.amount())).orElse("");
  }

  private static String plain(BigDecimal amount) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setMinimumFractionDigits(Math.max(0, amount.scale()));
    format.setMaximumFractionDigits(Math.max(0, amount.scale()));
    return format.format(amount);
  }

  /**
   * Reads an amount such as {@code EUR 12,500.00}, {@code 12 500 EUR} or {@code 990}.
   *
   * @param usual the currency where none is typed
   * @return empty for anything else, or where it is finer than the smallest coin
   */
  public static Optional<Money> money(String typed, String usual) {
    Matcher parts = MONEY.matcher(typed.strip().toUpperCase(Locale.ROOT).replace('\u00a0', ' '));
    if (!parts.matches() || (parts.group(1) != null && parts.group(3) != null)) {
      return Optional.empty();
    }
    String before = parts.group(1) == null ? parts.group(3) : parts.group(1);
    String currency = before == null ? usual : before;
    // Three digits behind a point may be thousands: what is finer than a coin is not guessed.
    return decimal(parts.group(2))
        .flatMap(
            amount ->
                Money.of(amount, currency)
                    .filter(money -> amount.scale() <= money.amount().scale()));
  }

  /**
   * Reads a decimal number; blanks, apostrophes and commas that part thousands are left out. A
   * comma that could mean a decimal point is refused rather than guessed.
   */
  public static Optional<BigDecimal> decimal(String typed) {
    String clean = typed.strip().replaceAll("[ '\u00a0\u202f]", "");
    boolean isGrouped = clean.matches("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    return Decimals.read(isGrouped ? clean.replace(",", "") : clean);
  }
}
