package dev.throughline.desktop.find;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.FoundPlace;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.search.IndexDesk;
import dev.throughline.desktop.search.Scope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindEverywhereTest {
  @TempDir Path folder;
  IndexDesk desk;
  RecordId letter;
  RecordId meter;
  final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:31:00Z"));
  final List<FoundPlace> opened = new ArrayList<>();
  FindEverywhere find;

  @BeforeEach
  void open() {
    desk = new IndexDesk(folder);
    letter =
        desk.field
            .talk("The price letter", TODAY.minusDays(4))
            .with("P-07")
            .notes("First line\nThe price stands on page two.")
            .save();
    meter = desk.field.talk("New meter", TODAY).notes("").save();
    String[] turns = new String[100];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = "P-11: the price of number " + i;
    }
    desk.said(meter, turns);
    desk.index.settle();
    find = model(time);
  }

  private final List<RecordId> studies = new ArrayList<>();
  private final List<RecordId> people = new ArrayList<>();

  private FindEverywhere model(Background background) {
    return new FindEverywhere(
        new FindSource(desk.index, desk.field.studies, background),
        FieldDesk.UI,
        desk.field.clock,
        new FindExits(opened::add, studies::add, people::add));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void type(String words) {
    find.typedProperty().set(words);
    time.pass(FindEverywhere.PAUSE);
  }

  @Test
  void keystrokesInARowAreOneQuestion() {
    find.typedProperty().set("p");
    time.pass(Duration.ofMillis(60));
    find.typedProperty().set("pr");
    time.pass(Duration.ofMillis(60));
    assertThat(find.rows()).isEmpty();
    find.typedProperty().set("page");
    time.pass(FindEverywhere.PAUSE);
    assertThat(find.stateProperty().get()).isEqualTo(FindState.FOUND);
    assertThat(find.rows()).hasSize(2);
  }

  @Test
  void aHeadStandsBeforeThePlacesOfAGroupAndMoreComeByPages() {
    type("price");
    assertThat(FindWords.count(find.answerProperty().get()))
        .isEqualTo("102 places in 2 interviews");
    assertThat(find.rows()).hasSize(1 + FindEverywhere.PAGE);
    find.more();
    find.more();
    assertThat(find.rows()).hasSize(2 + 102);
    find.more();
    assertThat(find.rows()).hasSize(2 + 102);
    assertThat(find.rows().stream().filter(FindRow.Head.class::isInstance))
        .extracting(row -> row.group().id())
        .containsExactly(meter, letter);
  }

  @Test
  void studiesAndPeopleLeadToTheirOwnPages() {
    desk.field.studies.create("Winter tariffs", "");
    desk.index.settle();
    type("winter");
    find.rows().forEach(find::open);
    assertThat(studies).hasSize(2).containsOnly(find.rows().getFirst().group().id());
    type("P-07");
    find.open(find.rows().getFirst());
    assertThat(people).containsExactly(find.rows().getFirst().group().id());
    assertThat(opened).isEmpty();
  }

  @Test
  void anAnswerThatComesLateIsDropped() {
    Deque<Runnable> held = new ArrayDeque<>();
    Background slow =
        new Background() {
          @Override
          public void run(Runnable work) {
            held.add(work);
          }

          @Override
          public Handle later(Duration delay, Runnable work) {
            work.run();
            return () -> {};
          }

          @Override
          public void loop(String name, Runnable work) {}
        };
    find = model(slow);
    find.typedProperty().set("price");
    find.typedProperty().set("page");
    held.removeLast().run();
    assertThat(find.rows()).hasSize(2);
    held.removeLast().run();
    assertThat(find.rows()).hasSize(2);
  }

  @Test
  void aPlaceOpensWhereItStands() {
    type("page");
    find.open(find.rows().get(1));
    RecordId turn = desk.field.ledger.store().children(Memo.KIND.name(), letter).getFirst().id();
    assertThat(turn).isNotNull();
    assertThat(opened).containsExactly(new FoundPlace(letter, Optional.empty(), 31, "page"));
    type("\"number 7\"");
    find.open(find.rows().get(1));
    assertThat(opened.getLast().words()).isEqualTo("number 7");
    assertThat(opened.getLast().begin()).isEqualTo(13);
    assertThat(opened.getLast().turn()).isPresent();
    find.open(find.rows().getFirst());
    assertThat(opened.getLast()).isEqualTo(new FoundPlace(meter, Optional.empty(), 0, ""));
  }

  @Test
  void facetsNarrowAtOnce() {
    type("price");
    find.lookIn(Scope.Where.NOTES);
    assertThat(find.rows()).hasSize(2);
    find.lookIn(Scope.Where.TITLES);
    assertThat(find.rows()).extracting(row -> row.group().id()).containsOnly(letter);
    RecordId study = desk.field.study("Somewhere else");
    find.lookIn(Scope.Where.EVERYTHING);
    find.lookIn(Optional.of(study));
    assertThat(find.stateProperty().get()).isEqualTo(FindState.NOTHING);
  }

  @Test
  void whatIsStillMissingIsSaidAndShownOnceItIsThere() {
    desk.index.pause();
    desk.index.rebuild();
    type("price");
    desk.index.goOn();
    desk.index.settle();
    assertThat(find.progressProperty().get().isComplete()).isTrue();
    assertThat(find.answerProperty().get().places()).isEqualTo(102);
    type("");
    assertThat(find.stateProperty().get()).isEqualTo(FindState.READY);
    assertThat(find.rows()).isEmpty();
  }
}
