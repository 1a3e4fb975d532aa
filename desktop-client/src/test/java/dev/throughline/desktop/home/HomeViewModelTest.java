package dev.throughline.desktop.home;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {
  @TempDir Path folder;
  FieldDesk field;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
  }

  @AfterEach
  void close() {
    field.close();
  }

  private HomeViewModel home() {
    return new HomeDesk(field).home;
  }

  private static List<String> titles(List<InterviewRow> rows) {
    return rows.stream().map(row -> row.interview().title()).toList();
  }

  @Test
  void titleIsTodayInWords() {
    assertThat(home().titleProperty().get()).isEqualTo("Tuesday 24 November");
  }

  @Test
  void subtitleTellsOnlyWhatIsThere() {
    HomeViewModel home = home();
    assertThat(home.subtitleProperty().get()).isEmpty();
    field.talk("One", TODAY.minusDays(2)).save();
    assertThat(home.subtitleProperty().get()).isEqualTo("1 interview.");
    RecordId study = field.study("Tariff switching");
    field.talk("Two", TODAY).in(study).planned().save();
    assertThat(home.subtitleProperty().get()).isEqualTo("Tariff switching, 2 interviews. 1 today.");
    field.talk("Three", TODAY.minusDays(1)).in(field.study("Moving house")).save();
    assertThat(home.subtitleProperty().get()).isEqualTo("3 interviews in 2 studies. 1 today.");
  }

  @Test
  void todayListsWhatIsStillToStartFirst() {
    field.talk("Held", TODAY).turns(10).save();
    field.talk("Planned", TODAY).planned().save();
    field.talk("Yesterday", TODAY.minusDays(1)).save();
    HomeViewModel home = home();
    assertThat(titles(home.today())).containsExactly("Planned", "Held");
    assertThat(home.today()).extracting(HomeViewModel::canStart).containsExactly(true, false);
  }

  @Test
  void recentIsLatestFirstAndShort() {
    for (int i = 0; i < HomeViewModel.RECENT_MAX + 2; i++) {
      field.clock.set("2026-11-2%sT10:00:00Z".formatted(i % 5));
      field.talk("Talk " + i, TODAY.minusDays(9)).save();
    }
    field.clock.set("2026-11-24T08:00:00Z");
    field.talk("Latest", TODAY.minusDays(9)).save();
    field.clock.set("2026-11-24T09:31:00Z");
    HomeViewModel home = home();
    assertThat(home.recent()).hasSize(HomeViewModel.RECENT_MAX);
    assertThat(home.changed(home.recent().getFirst())).isEqualTo("10:00");
    assertThat(home.recent())
        .isSortedAccordingTo((a, b) -> Long.compare(b.changedAtMillis(), a.changedAtMillis()));
  }

  @Test
  void debtCountsWhatFieldWorkOwesAndHidesZero() {
    HomeViewModel home = home();
    assertThat(home.debts()).isEmpty();
    field
        .talk("Whole", TODAY.minusDays(1))
        .with("P-1")
        .consented()
        .debriefed()
        .notes("all said")
        .turns(5)
        .save();
    field.talk("Nothing written", TODAY.minusDays(1)).with("P-2").consented().debriefed().save();
    field.talk("Notes only", TODAY.minusDays(1)).with("P-3").notes("short").save();
    assertThat(home.debts())
        .containsExactly(
            new HomeViewModel.Debt(Gap.NO_DEBRIEF, 1),
            new HomeViewModel.Debt(Gap.NO_CONSENT, 1),
            new HomeViewModel.Debt(Gap.NO_TRANSCRIPT, 2),
            new HomeViewModel.Debt(Gap.NOTHING_WRITTEN, 1));
  }

  @Test
  void debtLeadsToWhatItCounts() {
    field.talk("Nobody", TODAY.minusDays(1)).debriefed().notes("x").turns(1).save();
    HomeDesk desk = new HomeDesk(field);
    desk.home.open(desk.home.debts().getFirst());
    assertThat(desk.gaps).containsExactly(Gap.NO_CONSENT);
    assertThat(desk.home.openDebt(Gap.NO_PARTICIPANT)).isTrue();
    assertThat(desk.home.openDebt(Gap.NO_DEBRIEF)).isFalse();
    assertThat(desk.gaps).containsExactly(Gap.NO_CONSENT, Gap.NO_PARTICIPANT);
  }

  @Test
  void newInterviewOpensAtOnce() {
    HomeDesk desk = new HomeDesk(field);
    desk.home.newInterview();
    assertThat(desk.opened).hasSize(1);
    assertThat(titles(desk.home.today())).containsExactly("");
  }

  @Test
  void sampleIsRemovedAndOpenedAgainByUndo() {
    HomeDesk desk = new HomeDesk(field);
    desk.sample.open();
    assertThat(desk.sample.openProperty().get()).isTrue();
    int withSample = desk.list.rows().size();
    desk.sample.remove();
    assertThat(desk.sample.openProperty().get()).isFalse();
    assertThat(desk.list.rows()).isEmpty();
    field.toasts.getLast().actions().getFirst().run().run();
    assertThat(desk.list.rows()).hasSize(withSample);
  }

  @Test
  void newsTellsOncePerThingAndOnlyWhatIsKnown() {
    HomeSamples.fill(field);
    HomeViewModel home = home();
    assertThat(home.aside().news())
        .extracting(NewsLine::author, NewsLine::words)
        .containsExactly(
            tuple("Mara L.", "Topics ticked in The price letter, again"),
            tuple("Mara L.", "New study: Moving out"),
            tuple("Jon A.", "The price letter, again is new"));
    assertThat(home.since(home.aside().sinceProperty().get().orElseThrow()))
        .isEqualTo("Friday 17:40");
  }

  @Test
  void nothingIsNewForWhoSawItAll() {
    HomeSamples.fill(field);
    HomeDesk desk = new HomeDesk(field);
    desk.visit = Optional.of(new LastVisit(0, 5));
    desk.home.refresh();
    assertThat(desk.home.aside().news()).isEmpty();
  }

  @Test
  void openConflictWaitsAndLeadsToTheInbox() {
    HomeSamples.fill(field);
    HomeDesk desk = new HomeDesk(field);
    assertThat(desk.home.aside().waitingProperty().get().count()).isEqualTo(1);
    assertThat(desk.home.aside().waitingProperty().get().lines().getFirst().title())
        .isEqualTo("Changed in two places: Title: The price letter, again");
    desk.home.openWaiting();
    assertThat(desk.waitingOpened).isEqualTo(1);
  }

  @Test
  void resumePointsComeBeforeWhatChangedAndLoseWhatIsGone() {
    RecordId one = field.talk("One", TODAY.minusDays(2)).save();
    RecordId two = field.talk("Two", TODAY.minusDays(1)).save();
    HomeDesk desk = new HomeDesk(field);
    desk.places.remember(ResumePoint.notes(one, 12, 1));
    desk.places.remember(ResumePoint.notes(two, 3, 2));
    desk.home.refresh();
    assertThat(desk.home.aside().resume())
        .extracting(ResumeLine::title, ResumeLine::second)
        .containsExactly(tuple("Two", "Notes, line 3"), tuple("One", "Notes, line 12"));
    desk.home.resume(desk.home.aside().resume().getFirst());
    assertThat(desk.resumed).containsExactly(ResumePoint.notes(two, 3, 2));
    field.interviews.trash(two);
    assertThat(desk.home.aside().resume()).extracting(ResumeLine::title).containsExactly("One");
  }

  @Test
  void sessionsOfTodayComeInTheOrderOfTheirTimesAndOneIsNext() {
    field.talk("Later", TODAY).starting("13:30").planned().save();
    field.talk("Some time", TODAY).planned().save();
    field.talk("First", TODAY).starting("10:00").planned().save();
    HomeViewModel home = home();
    assertThat(titles(home.today())).containsExactly("First", "Later", "Some time");
    assertThat(home.today()).extracting(home::isNext).containsExactly(true, false, false);
  }
}
