package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.home.LastVisit;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.interview.ResumePoints;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeSettingsTest {
  @TempDir Path profile;

  private ResumeSettings settings() {
    return new ResumeSettings(ClientSettings.open(profile));
  }

  private static RecordId id(int number) {
    return new RecordId(Uuids.derived("record " + number));
  }

  @Test
  void placesComeBackAfterARestartLatestFirstOneAnInterview() {
    ResumeSettings kept = settings();
    kept.remember(ResumePoint.notes(id(1), 12, 100));
    kept.remember(ResumePoint.turn(id(2), id(9), 200));
    kept.remember(ResumePoint.notes(id(1), 14, 300));
    assertThat(settings().latest())
        .containsExactly(ResumePoint.notes(id(1), 14, 300), ResumePoint.turn(id(2), id(9), 200));
  }

  @Test
  void onlySoManyAreKept() {
    ResumeSettings kept = settings();
    for (int i = 0; i < ResumePoints.KEPT_MAX + 5; i++) {
      kept.remember(ResumePoint.notes(id(i), 1, i));
    }
    assertThat(settings().latest())
        .hasSize(ResumePoints.KEPT_MAX)
        .first()
        .isEqualTo(ResumePoint.notes(id(ResumePoints.KEPT_MAX + 4), 1, ResumePoints.KEPT_MAX + 4));
  }

  @Test
  void strangeSettingsAreNoPlaces() throws Exception {
    Files.writeString(
        profile.resolve("settings.json"),
        """
        {"resume": [1, {"interview": "x"}, {"line": 3}, {"interview": "%s", "line": -4}],
         "lastVisit": "yesterday"}
        """
            .formatted(id(1)));
    assertThat(settings().latest())
        .containsExactly(new ResumePoint(id(1), Optional.empty(), Optional.empty(), 0));
    assertThat(settings().lastVisit()).isEmpty();
  }

  @Test
  void lastVisitIsKnownFromTheFirstCloseOn() {
    assertThat(settings().lastVisit()).isEmpty();
    settings().leave(new LastVisit(1_000, 42));
    assertThat(settings().lastVisit()).contains(new LastVisit(1_000, 42));
  }
}
