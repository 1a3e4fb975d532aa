package dev.throughline.model.idea;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.access.ReservedIds;
import dev.throughline.model.access.Scope;
import dev.throughline.model.access.Scopes;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Decimals;
import dev.throughline.model.value.Money;
import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdeaTest {
  private static final RecordId IDEA = new RecordId(new UUID(7, 1));
  private static final RecordId TALK = new RecordId(new UUID(7, 2));

  @Test
  void anIdeaReadsWhatItsFieldsHold() {
    Idea idea =
        Idea.from(
            IDEA,
            Map.of(
                Idea.TITLE, Value.text("Show the fee before the switch"),
                Idea.TARGET_VALUE, Value.text("12.50"),
                Idea.BUDGET, new Money(4_000_000, "EUR").toValue(),
                Idea.STATUS, Value.text("mvp")));
    assertThat(idea.targetValue()).contains(new BigDecimal("12.50"));
    assertThat(idea.budget().map(Money::amount)).contains(new BigDecimal("40000.00"));
    assertThat(idea.status()).isEqualTo(IdeaStatus.MVP);
    assertThat(idea.owner()).isEmpty();
  }

  @Test
  void whatIsMissingOrOfAnotherShapeIsAnEmptyAnswer() {
    Idea idea =
        Idea.from(
            IDEA,
            Map.of(
                Idea.TARGET_VALUE, Value.text("a lot"),
                Idea.BUDGET, Value.text("40000"),
                Idea.STATUS, Value.text("later")));
    assertThat(idea.targetValue()).isEmpty();
    assertThat(idea.budget()).isEmpty();
    assertThat(idea.status()).isEqualTo(IdeaStatus.BACKLOG);
  }

  @Test
  void oneIdeaHasOneLinkToARecordAndNothingElseCanStandThere() {
    Evidence link = Evidence.of(IDEA, TALK, "interview", 3, Stance.AGAINST);
    assertThat(Evidence.from(link.id(), link.toFields())).isEqualTo(link);
    assertThat(ReservedIds.mayBeMade(link.id(), "evidence", link.toFields())).isTrue();
    assertThat(ReservedIds.mayBeMade(link.id(), "idea", Map.of())).isFalse();
    Evidence other = Evidence.of(TALK, IDEA, "interview", 3, Stance.FOR);
    assertThat(ReservedIds.mayBeMade(link.id(), "evidence", other.toFields())).isFalse();
  }

  @Test
  void whatAnIdeaRestsOnBelongsToTheStudyOfTheIdea() {
    RecordId study = new RecordId(new UUID(7, 3));
    Scopes.Link idea = Scopes.link("idea", Map.of(Idea.STUDY, Value.text(study.toString())));
    Map<String, Value> below = Map.of("idea", Value.text(IDEA.toString()));
    Map<RecordId, Scopes.Link> known = Map.of(IDEA, idea);
    for (String kind :
        List.of("evidence", "score", "assumption", "discovery-task", "decision", "mvp", "sprint")) {
      Scope scope =
          Scopes.scope(TALK, Scopes.link(kind, below), id -> Optional.ofNullable(known.get(id)));
      assertThat(scope).as(kind).isEqualTo(new Scope(Optional.of(study), false));
      Scope lost = Scopes.scope(TALK, Scopes.link(kind, below), _ -> Optional.empty());
      assertThat(lost.isShared()).as(kind).isFalse();
    }
    assertThat(Scopes.scope(IDEA, Scopes.link("idea", Map.of()), _ -> Optional.empty()))
        .isEqualTo(Scope.SHARED);
  }

  @Test
  void theRiskiestUntestedAssumptionComesFirst() {
    Assumption tested = assumption(1, 3, 0, AssumptionState.REFUTED);
    Assumption sure = assumption(2, 3, 3, AssumptionState.UNTESTED);
    Assumption risky = assumption(3, 2, 0, AssumptionState.UNTESTED);
    assertThat(List.of(tested, sure, risky).stream().sorted(Assumption.RISKIEST_FIRST))
        .containsExactly(risky, sure, tested);
    assertThat(risky.risk()).isEqualTo(6);
  }

  private static Assumption assumption(
      int number, int impact, int certainty, AssumptionState state) {
    return Assumption.from(
        new RecordId(new UUID(8, number)),
        Map.of(
            Assumption.IMPACT, Value.whole(impact),
            Assumption.CERTAINTY, Value.whole(certainty),
            Assumption.STATE, Value.text(state.wireName())));
  }

  @Test
  void moneyCountsInTheSmallestUnitOfItsCurrency() {
    assertThat(Money.of(new BigDecimal("12.5"), "EUR")).contains(new Money(1_250, "EUR"));
    assertThat(Money.of(new BigDecimal("12"), "JPY")).contains(new Money(12, "JPY"));
    assertThat(Money.of(new BigDecimal("12.345"), "EUR")).isEmpty();
    assertThat(Money.of(new BigDecimal("12.5"), "JPY")).isEmpty();
    assertThat(Money.of(new BigDecimal("12.345"), "KWD")).contains(new Money(12_345, "KWD"));
    assertThat(Money.of(new BigDecimal("1e20"), "EUR")).isEmpty();
    assertThat(Money.of(BigDecimal.ONE, "eur")).isEmpty();
    assertThat(new Money(5, "QQQ").amount()).isEqualTo(new BigDecimal("0.05"));
  }

  @Test
  void moneyOfAnotherShapeIsNone() {
    assertThat(Money.from(Value.whole(5))).isEmpty();
    assertThat(Money.from(new Value.Entries(Map.of("minor", Value.whole(5))))).isEmpty();
    assertThat(
            Money.from(
                new Value.Entries(
                    Map.of("minor", Value.whole(Long.MIN_VALUE), "currency", Value.text("EUR")))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.", ".5", "1e3", "+1", "1,5", "0x1", "١", "1 ", "--1", "NaN"})
  void whatIsNoDecimalNumberIsNone(String text) {
    assertThat(Decimals.read(text)).isEmpty();
  }
}
