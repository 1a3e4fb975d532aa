package dev.throughline.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalTest {
  private static final RecordId ONE = RecordId.of("01900000-0000-7000-8000-000000000001");
  private static final RecordId TWO = RecordId.of("01900000-0000-7000-8000-000000000002");

  @Test
  void muchIsMoreThanTwoHundredOrOneInTwenty() {
    assertThat(Removal.isMass(200, 100_000)).isFalse();
    assertThat(Removal.isMass(201, 100_000)).isTrue();
    assertThat(Removal.isMass(2, 40)).isFalse();
    assertThat(Removal.isMass(3, 40)).isTrue();
    assertThat(Removal.isMass(39, 39)).isFalse();
  }

  @Test
  void theWordFitsTheseRecordsInAnyOrderAndNoOthers() {
    assertThat(Removal.of(List.of(ONE, TWO))).isEqualTo(Removal.of(List.of(TWO, ONE, TWO)));
    assertThat(Removal.of(List.of(ONE))).isNotEqualTo(Removal.of(List.of(TWO)));
    assertThat(Removal.of(List.of(ONE)).digest())
        .isEqualTo("18da14df6be2e6cf3eb43d42371cbb06a92c99e89a01b610f0df4b18d281ef4f");
  }

  @Test
  void itTravelsAsAValue() {
    Removal word = Removal.of(List.of(ONE, TWO));
    assertThat(Removal.from(word.toValue())).contains(word);
    assertThat(Removal.from(Value.text("yes"))).isEmpty();
  }
}
