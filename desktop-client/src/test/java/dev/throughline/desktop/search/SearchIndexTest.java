package dev.throughline.desktop.search;

import static dev.throughline.desktop.interview.FieldDesk.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
  @TempDir Path folder;
  IndexDesk desk;
  RecordId tariff;
  RecordId letter;
  RecordId meter;

  @BeforeEach
  void fill() {
    desk = new IndexDesk(folder);
    tariff = desk.field.study("Tariff switching");
    letter =
        desk.field
            .talk("The price letter", TODAY.minusDays(4))
            .in(tariff)
            .with("P-07")
            .at("Leeds")
            .notes("Adds the saving up on paper.\n\nThe letter lies in the kitchen drawer.")
            .save();
    meter = desk.field.talk("New meter", TODAY.minusDays(1)).with("P-11").notes("").save();
    desk.said(
        letter,
        "Ines: Is there an exit fee?",
        "P-07: The price letter said nothing about an exit fee.",
        "P-07: Énergie coûte cher, l'énergie verte aussi.");
    desk.said(meter, "Ines: Who reads the meter?", "P-11: Nobody. The price is a guess.");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void placesStandUnderTheirInterviewNewestFirstAndInReadingOrder() {
    Hits hits = desk.find("price");
    assertThat(hits.places()).isEqualTo(3);
    assertThat(hits.interviews()).isEqualTo(2);
    assertThat(hits.hits()).extracting(Hit::group).containsExactly(meter, letter, letter);
    assertThat(hits.hits())
        .extracting(Hit::kind)
        .containsExactly(HitKind.SAID, HitKind.INTERVIEW, HitKind.SAID);
    HitGroup head = hits.groups().get(letter);
    assertThat(head)
        .isEqualTo(
            new HitGroup(
                HitKind.INTERVIEW,
                letter,
                "The price letter",
                "P-07",
                "Tariff switching",
                Optional.of(TODAY.minusDays(4)),
                false,
                2,
                Optional.of(letter)));
  }

  @Test
  void whatIsFoundIsMarkedWhereItStands() {
    assertThat(desk.lines("exit fee"))
        .containsExactly(
            "Is there an [exit fee]?", "The price letter said nothing about an [exit fee].");
    Hit hit = desk.find("said:pric").hits().getLast();
    assertThat(hit.words()).isEqualTo("price");
    assertThat(hit.begin()).isEqualTo(4);
    assertThat(hit.by()).isEqualTo("P-07");
    assertThat(hit.startMillis()).contains(4_000L);
  }

  @Test
  void allWordsMustStandInOnePlace() {
    assertThat(desk.lines("price meter ")).isEmpty();
    assertThat(desk.lines("guess price ")).containsExactly("Nobody. The [price] is a [guess].");
  }

  @Test
  void quotedWordsMustFollowEachOther() {
    assertThat(desk.lines("\"letter price\"")).isEmpty();
    assertThat(desk.lines("\"price letter\"")).hasSize(2);
    assertThat(desk.lines("\"an ex")).hasSize(2);
  }

  @Test
  void aMinusLeavesPlacesOut() {
    assertThat(desk.lines("price -letter")).containsExactly("Nobody. The [price] is a guess.");
    assertThat(desk.lines("-letter")).isEmpty();
  }

  @Test
  void prefixesNarrowToWhereTheySay() {
    assertThat(desk.lines("title:letter")).containsExactly("The price [letter], Leeds");
    assertThat(desk.lines("notes:letter"))
        .containsExactly("The [letter] lies in the kitchen drawer.");
    assertThat(desk.lines("by:ines exit")).containsExactly("Is there an [exit] fee?");
    assertThat(desk.find("study:tariff price").hits()).extracting(Hit::group).containsOnly(letter);
    assertThat(desk.find("-study:tariff price").hits()).extracting(Hit::group).containsOnly(meter);
    assertThat(desk.find("study:tariff ").hits()).extracting(Hit::kind).containsOnly(HitKind.STUDY);
  }

  @Test
  void scopesNarrowToKindsAndStudies() {
    desk.index.settle();
    FindQuery query = FindQuery.typed("letter");
    assertThat(count(query, new Scope(Scope.Where.NOTES, Optional.empty()))).isEqualTo(1);
    assertThat(count(query, new Scope(Scope.Where.TRANSCRIPTS, Optional.empty()))).isEqualTo(1);
    assertThat(count(query, new Scope(Scope.Where.TITLES, Optional.empty()))).isEqualTo(1);
    assertThat(
            count(FindQuery.typed("price"), new Scope(Scope.Where.EVERYTHING, Optional.of(tariff))))
        .isEqualTo(2);
  }

  private long count(FindQuery query, Scope scope) {
    return desk.index.find(query, scope, 0, 10).places();
  }

  @Test
  void participantsAndStudiesAreFoundByThemselvesAndLeadToTheirNewestInterview() {
    Hits hits = desk.find("P-07");
    assertThat(hits.hits()).extracting(Hit::kind).containsExactly(HitKind.PARTICIPANT);
    assertThat(hits.groups().values())
        .extracting(HitGroup::interview)
        .containsExactly(Optional.of(letter));
    assertThat(desk.find("switching").groups())
        .hasEntrySatisfying(tariff, group -> assertThat(group.interview()).contains(letter));
    assertThat(desk.find(TODAY.minusDays(4).toString()).hits())
        .extracting(Hit::group)
        .containsExactly(letter);
  }

  @Test
  void accentsElisionsAndCapitalsMakeNoDifference() {
    assertThat(desk.lines("ENERGIE "))
        .containsExactly("[Énergie] coûte cher, l'[énergie] verte aussi.");
    assertThat(desk.lines("l’energie "))
        .containsExactly("Énergie coûte cher, [l'énergie] verte aussi.");
  }

  @Test
  void chineseJapaneseKoreanAndSignsAreFound() {
    desk.said(
        meter, "P: 我们不知道价格是多少。", "P: 料金が高いです", "P: 요금이 비싸요", "P: 👍 fine", "P: cafe\u0301 au lait");
    assertThat(desk.lines("价格")).containsExactly("我们不知道[价格]是多少。");
    assertThat(desk.lines("格价")).isEmpty();
    assertThat(desk.lines("料金が")).containsExactly("[料金が]高いです");
    assertThat(desk.lines("요금")).containsExactly("[요금이] 비싸요");
    assertThat(desk.lines("👍")).containsExactly("[👍] fine");
    assertThat(desk.lines("café ")).containsExactly("[cafe\u0301] au lait");
  }

  @Test
  void editsAreFollowed() {
    RecordView turn = turn("nothing about");
    desk.field.save(
        List.of(
            new Draft.Text(
                turn.id(),
                Segment.KIND.name(),
                "text",
                "The price letter said nothing about an exit fee.",
                "The brochure said nothing.")));
    assertThat(desk.lines("brochure")).containsExactly("The [brochure] said nothing.");
    assertThat(desk.lines("exit")).hasSize(1);
    RecordView memo = desk.field.ledger.store().children(Memo.KIND.name(), letter).getFirst();
    String notes = Memo.from(memo.id(), memo.fields()).notes();
    desk.field.save(
        List.of(
            new Draft.Text(memo.id(), Memo.KIND.name(), "notes", notes, "Only one line left.")));
    assertThat(desk.lines("drawer")).isEmpty();
    assertThat(desk.lines("left")).containsExactly("Only one line [left].");
  }

  private RecordView turn(String words) {
    return desk.field
        .ledger
        .store()
        .find(desk.find("\"" + words + "\"").hits().getFirst().record())
        .orElseThrow();
  }

  @Test
  void whatIsInTheTrashIsNotFoundAndComesBackWithIt() {
    move(letter, Interview.KIND.name(), Action.TRASH);
    assertThat(desk.find("exit").places()).isZero();
    assertThat(desk.find("drawer").places()).isZero();
    assertThat(desk.index.interviewsMatching("price")).containsExactly(meter);
    move(letter, Interview.KIND.name(), Action.RESTORE);
    assertThat(desk.find("exit").places()).isEqualTo(2);
    RecordId transcript =
        desk.field.ledger.store().children(Transcript.KIND.name(), letter).getFirst().id();
    move(transcript, Transcript.KIND.name(), Action.TRASH);
    assertThat(desk.find("exit").places()).isZero();
    move(transcript, Transcript.KIND.name(), Action.RESTORE);
    RecordId turn = desk.find("exit").hits().getFirst().record();
    move(turn, Segment.KIND.name(), Action.TRASH);
    assertThat(desk.find("exit").places()).isEqualTo(1);
  }

  private void move(RecordId record, String kind, Action action) {
    desk.field.save(List.of(new Draft.Move(record, kind, action)));
  }

  @Test
  void theSampleIsFoundWhileItIsOpen() throws Exception {
    desk.field.samples.open();
    Hits hits = desk.find("the");
    assertThat(hits.groups().values()).extracting(HitGroup::isSample).contains(true);
    long withSample = hits.places();
    desk.field.samples.remove();
    assertThat(desk.find("the").places()).isLessThan(withSample).isEqualTo(7);
  }

  @Test
  void interviewsAreMatchedByTitlePeopleStudyPlaceNotesAndTurns() {
    desk.index.settle();
    for (String typed :
        List.of(
            "price let", "leeds", "P-07", "tariff", "kitchen", "fee", "énerg", "tariff fee p-07")) {
      assertThat(desk.index.interviewsMatching(typed)).as(typed).containsExactly(letter);
    }
    assertThat(desk.index.interviewsMatching("price")).isEqualTo(Set.of(letter, meter));
    assertThat(desk.index.interviewsMatching("price -exit")).containsExactly(meter);
    assertThat(desk.index.interviewsMatching("tariff guess")).isEmpty();
    assertThat(desk.index.interviewsMatching(" ")).isEmpty();
  }

  @Test
  void thingsAreLookedUpByTheirTitlesTheClosestFirst() {
    desk.field.talk("Letters of the winter", TODAY).save();
    desk.field.talk("Letter", TODAY.minusDays(20)).save();
    desk.index.settle();
    assertThat(desk.index.lookUp("letter", 10))
        .extracting(Thing::title)
        .containsExactly("Letter", "Letters of the winter", "The price letter");
    assertThat(desk.index.lookUp("tar sw", 10))
        .containsExactly(new Thing(HitKind.STUDY, tariff, "Tariff switching", ""));
    assertThat(desk.index.lookUp("p-0", 10)).extracting(Thing::title).containsExactly("P-07");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    String[] turns = new String[130];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = "P: winter number " + i;
    }
    desk.said(meter, turns);
    desk.index.settle();
    List<String> all = new java.util.ArrayList<>();
    Hits page = desk.index.find(FindQuery.typed("winter"), Scope.EVERYTHING, 0, 40);
    while (page.hasMore()) {
      page.hits().forEach(hit -> all.add(hit.snippet().text()));
      page =
          desk.index.find(
              FindQuery.typed("winter"), Scope.EVERYTHING, page.skipped() + page.taken(), 40);
    }
    page.hits().forEach(hit -> all.add(hit.snippet().text()));
    assertThat(all).hasSize(130).doesNotHaveDuplicates().first().isEqualTo("winter number 0");
    assertThat(all.getLast()).isEqualTo("winter number 129");
  }

  @Test
  void aTurnThatArrivesBeforeItsTranscriptIsFoundOnceThatIsHere() {
    RecordId transcript = desk.field.ledger.newRecord();
    desk.field.save(
        List.of(
            new Draft.Set(
                desk.field.ledger.newRecord(),
                Segment.KIND.name(),
                java.util.Map.of(
                    "transcript", dev.throughline.model.value.Value.text(transcript.toString()),
                    "text", dev.throughline.model.value.Value.text("early bird")))));
    assertThat(desk.find("bird").places()).isZero();
    desk.field.save(
        List.of(
            new Draft.Set(
                transcript,
                Transcript.KIND.name(),
                java.util.Map.of(
                    "interview", dev.throughline.model.value.Value.text(meter.toString())))));
    assertThat(desk.find("bird").places()).isEqualTo(1);
  }
}
