package dev.throughline.desktop.idea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.score.Scored;
import dev.throughline.model.value.Money;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdeaWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12500 | 1250000 | EUR",
        "EUR 12,500.00 | 1250000 | EUR",
        "12 500 chf | 1250000 | CHF",
        "JPY 990 | 990 | JPY",
        "-3.5 USD | -350 | USD",
        "1'250.75 CHF | 125075 | CHF",
        "BHD 1.234 | 1234 | BHD",
      })
  void amountsAreReadAsPeopleWriteThem(String typed, long minor, String currency) {
    assertThat(IdeaWords.money(typed, "EUR")).contains(new Money(minor, currency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "much",
        "12,5",
        "EUR",
        "EUR 5 USD",
        "1.234 EUR",
        "12.500 EUR",
        "1.5 JPY",
        "12,34,567",
        "1e5 EUR",
        "99999999999999999999 EUR",
        "",
        "--5",
        "5 EURO"
      })
  void whatCouldMeanSomethingElseIsNotGuessed(String typed) {
    assertThat(IdeaWords.money(typed, "EUR")).isEmpty();
  }

  @Test
  void anAmountThatIsShownIsReadAsTheSame() {
    for (Money money :
        new Money[] {
          new Money(1_250_000, "EUR"),
          new Money(-1, "USD"),
          new Money(5, "JPY"),
          new Money(Money.MINOR_MAX, "EUR"),
          new Money(0, "BHD")
        }) {
      assertThat(IdeaWords.money(IdeaWords.money(Optional.of(money)), "SEK")).contains(money);
    }
  }

  @Test
  void scoresAreShortInListsAndWholeOnThePage() {
    Scored third = new Scored.Of(new BigDecimal("1000.3333333333"));
    assertThat(IdeaWords.score(Optional.of(third))).isEqualTo("1,000.33");
    assertThat(IdeaWords.result(third)).isEqualTo("1,000.3333333333");
    assertThat(IdeaWords.score(Optional.of(new Scored.DividesByZero()))).isEmpty();
  }
}
