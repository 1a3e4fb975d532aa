package dev.throughline.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.plan.LaunchCheck.Missing;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LaunchCheckTest {
  private static final RecordId ID = new RecordId(new UUID(5, 1));
  private static final Mvp NAMED = Mvp.from(ID, Map.of(Mvp.VERSION, Value.text("1")));

  private static Feature feature(FeatureScope scope) {
    return Feature.from(
        ID,
        Map.of(
            Feature.TEXT, Value.text("A picture with the booking"),
            Feature.SCOPE, Value.text(scope.wireName())));
  }

  private static Measurement measurement(String target, String method) {
    return Measurement.from(
        ID,
        Map.of(
            Measurement.METRIC, Value.text("Bookings finished, %"),
            Measurement.TARGET, target.isEmpty() ? Value.NOTHING : Value.text(target),
            Measurement.METHOD, Value.text(method)));
  }

  @Test
  void nothingAtAllLacksAllThatCanBeSeen() {
    assertThat(LaunchCheck.of(Mvp.from(ID, Map.of()), List.of(), List.of()))
        .containsExactly(Missing.VERSION, Missing.FEATURES, Missing.MEASUREMENTS);
  }

  @Test
  void whatIsLeftForLaterIsNoFeature() {
    List<Measurement> plan = List.of(measurement("60", "Counted for two weeks"));
    assertThat(LaunchCheck.of(NAMED, List.of(feature(FeatureScope.LATER)), plan))
        .containsExactly(Missing.FEATURES);
    assertThat(LaunchCheck.of(NAMED, List.of(feature(FeatureScope.IN)), plan)).isEmpty();
  }

  @Test
  void everyLineOfThePlanNeedsItsTargetAndHowItIsCounted() {
    List<Measurement> plan =
        List.of(measurement("60", "Counted for two weeks"), measurement("", " "));
    assertThat(LaunchCheck.of(NAMED, List.of(feature(FeatureScope.IN)), plan))
        .containsExactly(Missing.TARGETS, Missing.METHODS);
  }
}
