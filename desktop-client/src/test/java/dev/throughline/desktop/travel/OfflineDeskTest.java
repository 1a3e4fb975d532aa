package dev.throughline.desktop.travel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.Dropped;
import dev.throughline.desktop.blob.FakeServer;
import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.desktop.interview.RowSound.At;
import dev.throughline.desktop.interview.RowSound.Place;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.model.recording.Recording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To have recordings without a server; those of others are played by one that was let go. */
class OfflineDeskTest extends TravelDesk {
  private OfflineDesk offline;
  private Whereabouts whereabouts;

  @BeforeEach
  void open() {
    offline = new OfflineDesk(blobs, desk.recordings()::of, this::ask, around);
    whereabouts = new Whereabouts(blobs, around, () -> {});
  }

  @AfterEach
  void close() {
    offline.close();
    whereabouts.close();
  }

  /** On the server, and not on this computer any more. */
  private Recording elsewhere() throws Exception {
    Recording recording = onServer(spoken(2));
    await(() -> blobs.drop(recording) instanceof Dropped.Gone);
    return record(recording.id());
  }

  private OfflineState.Kind kind() {
    return offline.stateProperty().get().kind();
  }

  @Test
  void whatLiesHereAnywayNeedsNothing() throws Exception {
    Recording recording = onServer(spoken(2));
    offline.show(recording.interview());
    await(() -> kind() == OfflineState.Kind.HERE);
    assertThat(whereabouts.of(recording)).isEqualTo(new At(Place.HERE));
    offline.makeOffline();
    await(() -> !toasts.isEmpty());
    assertThat(questions).isEmpty();
    assertThat(toasts.getLast().detail()).startsWith("There is nothing to fetch");
  }

  @Test
  void itsSizeIsSaidFirstThenItComesAndStaysUntilItIsLetGo() throws Exception {
    Recording recording = elsewhere();
    assertThat(whereabouts.of(recording)).isEqualTo(new At(Place.SERVER));
    offline.show(recording.interview());
    await(() -> kind() == OfflineState.Kind.POSSIBLE);
    offline.makeOffline();
    await(() -> !questions.isEmpty());
    Question asked = questions.getLast();
    assertThat(asked.isHarmless()).isTrue();
    assertThat(asked.lines().getFirst()).isEqualTo("1 recording, 1 min, 65 kB.");
    assertThat(blobs.isWantedOffline(recording)).isFalse();
    asked.yes().run().run();
    await(() -> kind() == OfflineState.Kind.KEPT);
    assertThat(whereabouts.of(recording)).isEqualTo(new At(Place.HERE));
    offline.letGo();
    await(() -> kind() == OfflineState.Kind.POSSIBLE);
    assertThat(toasts.getLast().title()).isEqualTo("No longer kept offline");
    toasts.getLast().actions().getFirst().run().run();
    await(() -> kind() == OfflineState.Kind.KEPT);
  }

  @Test
  void whatComesSaysHowFarItIs() throws Exception {
    Recording recording = elsewhere();
    offline.show(recording.interview());
    server.weather = call -> call.startsWith("read") ? Fate.CUT_BEFORE : Fate.WELL;
    await(() -> kind() == OfflineState.Kind.POSSIBLE);
    offline.makeOffline();
    await(() -> !questions.isEmpty());
    questions.getLast().yes().run().run();
    await(() -> kind() == OfflineState.Kind.COMING);
    assertThat(offline.stateProperty().get().words()).isEqualTo("coming to this computer, 0 %");
    assertThat(whereabouts.of(recording).place()).isEqualTo(Place.FETCHED);
    server.weather = FakeServer.Weather.FINE;
  }

  @Test
  void aServerThatIsAwayIsSaidInsteadOfASize() throws Exception {
    Recording recording = elsewhere();
    blobs.disconnect();
    offline.show(recording.interview());
    offline.makeOffline();
    await(() -> !toasts.isEmpty());
    assertThat(toasts.getLast().detail()).contains("BLB-01");
    assertThat(questions).isEmpty();
  }

  @Test
  void nothingIsOfferedWhereNothingIsShown() {
    offline.show(Optional.empty());
    offline.makeOffline();
    assertThat(offline.stateProperty().get()).isEqualTo(OfflineState.NOTHING);
  }

  /** What the server cannot give of one is no reason not to ask about the others. */
  @Test
  void oneThatCannotBeFetchedKeepsNoOtherFromComing() throws Exception {
    Recording one = spoken(2);
    Recording two = spoken(2);
    onServer(one);
    await(() -> !record(two.id()).proxy().isEmpty());
    await(() -> blobs.drop(record(one.id())) instanceof Dropped.Gone);
    await(() -> blobs.drop(record(two.id())) instanceof Dropped.Gone);
    server.replace(two.id());
    offline.makeOffline("Tariffs", List.of(record(one.id()), record(two.id())));
    await(() -> !questions.isEmpty());
    assertThat(questions.getFirst().lines())
        .anyMatch(line -> line.contains("1 recording cannot be fetched now"));
  }
}
