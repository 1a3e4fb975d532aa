package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.outbox.SyncSentence.Kind;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.desktop.sync.SyncStatusSamples;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.ParkReason;
import dev.throughline.model.value.Value;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxViewModelTest {
  @TempDir Path folder;
  private OutboxDesk desk;
  private OutboxViewModel place;

  @BeforeEach
  void open() throws Exception {
    desk = new OutboxDesk(folder);
    place = desk.place;
    place.setShowing(true);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void newWorkAppearsWhileThePlaceShows() {
    desk.newInterview("First look");
    assertThat(place.rows()).isEmpty();
    desk.time.pass(OutboxViewModel.GATHER);
    assertThat(place.rows())
        .containsExactly(
            new OutboxRow(
                place.rows().getFirst().key(),
                WaitingChange.Subject.INTERVIEW,
                "New interview",
                "First look",
                "now",
                "1 kB",
                "no server yet"));
    assertThat(place.totalProperty().get()).isEqualTo("2 changes, 1 kB");
  }

  @Test
  void hiddenPlaceReadsNothingUntilItShowsAgain() {
    place.setShowing(false);
    desk.newInterview("First look");
    desk.time.pass(Duration.ofMinutes(1));
    assertThat(place.rows()).isEmpty();
    place.setShowing(true);
    assertThat(place.rows()).hasSize(1);
  }

  @Test
  void agesMoveOnByThemselves() {
    desk.newInterview("First look");
    desk.time.pass(Duration.ofMinutes(3));
    assertThat(place.rows().getFirst().age()).isEqualTo("3 min");
    desk.time.pass(Duration.ofMinutes(62));
    assertThat(place.rows().getFirst().age()).isEqualTo("1 h 05");
  }

  @Test
  void tickingStopsWithThePlace() {
    desk.newInterview("First look");
    desk.time.pass(Duration.ofMinutes(1));
    place.close();
    desk.time.pass(Duration.ofHours(1));
    assertThat(place.rows().getFirst().age()).isEqualTo("1 min");
  }

  @Test
  void titleSaysWhatThePillSays() {
    desk.say(SyncStatusSamples.counted(Mode.OFFLINE, desk.time.millis(), 2, 0));
    assertThat(place.sentenceProperty().get().sentence())
        .isEqualTo("Offline since 09:10, saving here");
    desk.time.pass(Duration.ofDays(1));
    assertThat(place.sentenceProperty().get().sentence())
        .isEqualTo("Offline since Tue 09:10, saving here");
  }

  @Test
  void reasonToWaitFollowsTheState() {
    desk.newInterview("First look");
    desk.time.pass(OutboxViewModel.GATHER);
    assertThat(why(Mode.OFFLINE)).isEqualTo("offline");
    assertThat(why(Mode.PAUSED)).isEqualTo("paused");
    assertThat(why(Mode.BLOCKED)).isEqualTo("blocked");
    assertThat(why(Mode.WAITING)).isEqualTo("in line");
  }

  @Test
  void whatMayHaveLeftIsBeingSent() throws Exception {
    desk.newInterview("First look");
    desk.ledger.sent(List.of(1L, 2L));
    desk.time.pass(OutboxViewModel.GATHER);
    assertThat(why(Mode.WAITING)).isEqualTo("being sent");
    assertThat(why(Mode.OFFLINE)).isEqualTo("offline");
  }

  @Test
  void whatIsKeptAsideStandsApart() throws Exception {
    desk.newInterview("First look");
    desk.park(ParkReason.NOT_ALLOWED, "");
    desk.time.pass(OutboxViewModel.GATHER);
    assertThat(place.rows()).isEmpty();
    assertThat(place.totalProperty().get()).isEmpty();
  }

  @Test
  void longQueueListsItsOldestPartAndCountsTheRest() {
    List<Draft> studies = new ArrayList<>();
    for (int i = 0; i < OutboxRows.ROWS_MAX + 5; i++) {
      studies.add(
          new Draft.Set(
              desk.ledger.newRecord(), "study", Map.of("title", Value.text("Study " + i))));
    }
    desk.save(studies.toArray(Draft[]::new));
    desk.time.pass(OutboxViewModel.GATHER);
    assertThat(place.rows()).hasSize(OutboxRows.ROWS_MAX);
    assertThat(place.rows().getFirst().belongsTo()).isEqualTo("Study 0");
    assertThat(place.moreProperty().get()).isEqualTo("and 5 more changes after these");
    assertThat(place.totalProperty().get()).startsWith("105 changes");
  }

  @Test
  void linesStayWhereTheyAreWhenOnlyTheirWordsChange() {
    desk.newInterview("First look");
    desk.time.pass(OutboxViewModel.GATHER);
    List<Boolean> replaced = new ArrayList<>();
    place
        .rows()
        .addListener(
            (ListChangeListener<OutboxRow>)
                change -> {
                  while (change.next()) {
                    replaced.add(change.wasReplaced() && change.getRemovedSize() == 1);
                  }
                });
    desk.time.pass(Duration.ofMinutes(2));
    assertThat(replaced).isNotEmpty().containsOnly(true);
  }

  @Test
  void reminderGoesWhenTheCodeIsSaved() {
    desk.isRecoverySaved.set(false);
    desk.say(SyncStatusSamples.counted(Mode.LOCAL, 0, 2, 0));
    assertThat(place.sentenceProperty().get().kind()).isEqualTo(Kind.SAVE_CODE);
    desk.isRecoverySaved.set(true);
    assertThat(place.sentenceProperty().get().kind()).isEqualTo(Kind.LOCAL);
  }

  @Test
  void joiningRemembersTheServerAndConnects() {
    place.server().addressProperty().set("http://192.168.1.20:7480/");
    place.server().join();
    assertThat(desk.server()).contains(URI.create("http://192.168.1.20:7480/"));
    assertThat(desk.status.state().mode()).isEqualTo(Mode.WAITING);
    assertThat(place.server().stateProperty().get())
        .isEqualTo(new ServerState.Joining("http://192.168.1.20:7480"));
  }

  @Test
  void addressThatIsNoneIsRefusedWithAnExample() {
    place.server().addressProperty().set("our server");
    place.server().join();
    assertThat(place.server().problemProperty().get()).contains("http://192.168.1.20:7480");
    assertThat(desk.server()).isEmpty();
    place.server().addressProperty().set("our server.");
    assertThat(place.server().problemProperty().get()).isEmpty();
  }

  @Test
  void leavingStopsSyncAndKeepsTheAddressAtHand() throws Exception {
    desk.join();
    place.setShowing(true);
    assertThat(place.server().stateProperty().get())
        .isEqualTo(new ServerState.Joined("Northlight research", "http://192.168.1.20:7480"));
    place.server().leave();
    assertThat(desk.server()).isEmpty();
    assertThat(desk.status.state().mode()).isEqualTo(Mode.LOCAL);
    assertThat(place.server().stateProperty().get())
        .isEqualTo(new ServerState.Left("Northlight research"));
    assertThat(place.server().addressProperty().get()).isEqualTo("http://192.168.1.20:7480");
  }

  @Test
  void pausingAndResumingGoThroughTheLoop() {
    place.server().addressProperty().set("http://localhost:1/");
    place.server().join();
    place.pauseOrResume();
    assertThat(place.sentenceProperty().get().kind()).isEqualTo(Kind.PAUSED);
    place.pauseOrResume();
    assertThat(place.sentenceProperty().get().kind()).isEqualTo(Kind.CHECKING);
  }

  @Test
  void openConflictsAreCountedWithoutTheirPlaceBeingShown() throws Exception {
    desk.join();
    RecordId interview = desk.knownInterview("First look");
    desk.conflict(interview, "interview", "title", desk.side("a", "A", 1), desk.side("b", "B", 2));
    assertThat(place.needsProperty().get().conflicts()).isEqualTo(1);
    desk.say(SyncStatusSamples.saved(desk.time.millis()));
    assertThat(place.sentenceProperty().get().sentence()).isEqualTo("Needs you: 1 conflict");
  }

  @Test
  void lastCompleteTimeIsSaidOnceItIsKnown() {
    assertThat(place.lastCompleteProperty().get()).isEqualTo("not since this start");
    desk.say(SyncStatusSamples.saved(desk.time.millis()));
    assertThat(place.lastCompleteProperty().get()).isEqualTo("last at 09:10");
  }

  private String why(Mode mode) {
    desk.say(SyncStatusSamples.counted(mode, desk.time.millis(), 2, 0));
    desk.time.pass(OutboxViewModel.GATHER);
    return place.rows().getFirst().why();
  }
}
