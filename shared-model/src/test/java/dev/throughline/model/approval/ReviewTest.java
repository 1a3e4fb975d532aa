package dev.throughline.model.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final RecordId PACKET = id("packet");
  private static final RecordId ITEM = id("item");
  private static final RecordId ME = id("me");

  private static RecordId id(String name) {
    return new RecordId(Uuids.reserved(name));
  }

  private static Review review(Review.Mark mark, String note, RecordId by) {
    return new Review(
        Review.idOf(PACKET, ITEM, by),
        Optional.of(PACKET),
        Optional.of(ITEM),
        mark,
        note,
        Optional.of(by));
  }

  private static Optional<String> refusal(
      Review review, Optional<Map<String, Value>> before, Map<String, Value> changed) {
    return Review.refusal(review.id(), before, changed, Action.EDIT, Optional.of(ME));
  }

  @Test
  void aBlockAndAQuestionSayWhy() {
    for (Review.Mark mark : Review.Mark.values()) {
      Review bare = review(mark, " ", ME);
      assertThat(refusal(bare, Optional.empty(), bare.toFields()).isPresent())
          .as(mark.name())
          .isEqualTo(mark != Review.Mark.OK);
      Review said = review(mark, "Which day?", ME);
      assertThat(refusal(said, Optional.empty(), said.toFields())).isEmpty();
    }
  }

  @Test
  void itIsOnesOwnAndStaysWhereItIs() {
    Review others = review(Review.Mark.OK, "", id("you"));
    assertThat(refusal(others, Optional.empty(), others.toFields())).isPresent();
    Review mine = review(Review.Mark.OK, "", ME);
    Optional<Map<String, Value>> before = Optional.of(mine.toFields());
    assertThat(refusal(mine, before, Map.of(Review.NOTE, Value.text("Seen.")))).isEmpty();
    assertThat(refusal(mine, before, Map.of(Review.MARK, Value.text("block"))))
        .as("without a word")
        .isPresent();
    assertThat(refusal(mine, before, Map.of(Review.ITEM, Value.text(PACKET.toString()))))
        .isPresent();
  }

  @Test
  void whoWroteItTakesItBackAndNobodyElse() {
    Review mine = review(Review.Mark.OK, "", ME);
    Optional<Map<String, Value>> before = Optional.of(mine.toFields());
    for (Action action : List.of(Action.TRASH, Action.RESTORE)) {
      assertThat(Review.refusal(mine.id(), before, Map.of(), action, Optional.of(ME))).isEmpty();
      assertThat(Review.refusal(mine.id(), before, Map.of(), action, Optional.of(id("you"))))
          .isPresent();
      assertThat(Review.refusal(mine.id(), Optional.empty(), Map.of(), action, Optional.of(ME)))
          .isPresent();
    }
  }
}
