package dev.throughline.desktop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.desktop.store.Arrival;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at one guide, with a server between them that merges as the real one does. */
class TwoGuidesTest {
  private final Relay relay = new Relay();
  @TempDir Path folder;
  private ClientWiring anna;
  private ClientWiring ben;
  private RecordId study;
  private RecordId interview;

  @BeforeEach
  void open() throws Exception {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
    relay.join(anna);
    relay.join(ben);
    study = anna.studies().create("Tariff switching", "").id();
    interview = anna.ledger().newRecord();
    save(anna, List.of(new Draft.Set(interview, "interview", Map.of("study", text(study)))));
    add(anna, 0, "One", "Two");
    round();
  }

  @AfterEach
  void close() {
    anna.close();
    ben.close();
  }

  private static Value text(Object words) {
    return Value.text(words.toString());
  }

  private static void save(ClientWiring desk, List<Draft> drafts) {
    assertThat(desk.ledger().record(drafts)).isInstanceOf(SaveResult.Saved.class);
  }

  private void add(ClientWiring desk, int at, String... lines) {
    List<TopicLine> topics =
        List.of(lines).stream()
            .map(line -> new TopicLine(line, TopicKind.QUESTION, Optional.empty()))
            .toList();
    save(desk, desk.guides().add(study, at, topics));
  }

  private List<String> topics(ClientWiring desk) {
    return desk.guides().topics(study).stream().map(Topic::text).toList();
  }

  private Guide guide(ClientWiring desk) {
    return desk.guides().guide(interview, Optional.of(study));
  }

  private void round() throws Exception {
    for (int i = 0; i < 2; i++) {
      relay.push(anna);
      relay.pull(anna);
      relay.push(ben);
      relay.pull(ben);
    }
    relay.pull(anna);
  }

  @Test
  void linesPutAtOnePlaceByBothStay() throws Exception {
    add(anna, 1, "Anna's");
    add(ben, 1, "Ben's");
    round();
    assertThat(topics(anna)).isEqualTo(topics(ben)).hasSize(4).startsWith("One").endsWith("Two");
    assertThat(topics(anna)).contains("Anna's", "Ben's");
    assertThat(relay.kept()).isEmpty();
    add(ben, 2, "Between the two");
    round();
    assertThat(topics(anna)).isEqualTo(topics(ben)).hasSize(5);
    assertThat(topics(anna).get(2)).isEqualTo("Between the two");
  }

  @Test
  void wordsTypedOnAnOlderTopicAreKeptBesideTheNewerOnes() throws Exception {
    RecordId topic = anna.guides().topics(study).getFirst().id();
    save(ben, List.of(ben.guides().reword(topic, "One", "Ben's words")));
    round();
    save(anna, List.of(anna.guides().reword(topic, "One", "Anna's words")));
    round();
    assertThat(topics(anna)).isEqualTo(topics(ben));
    assertThat(relay.kept())
        .singleElement()
        .satisfies(kept -> assertThat(kept.base()).isEqualTo(text("One")));
  }

  @Test
  void ticksOfBothAreOneAndNobodyIsAsked() throws Exception {
    RecordId topic = anna.guides().topics(study).getFirst().id();
    save(anna, anna.guides().tick(interview, topic, "Anna", 1_000));
    save(ben, ben.guides().tick(interview, topic, "Ben", 2_000));
    round();
    assertThat(guide(anna)).isEqualTo(guide(ben));
    assertThat(guide(anna).covered()).isEqualTo(1);
    assertThat(guide(ben).ticks().get(topic))
        .isNotNull()
        .extracting(tick -> tick.by())
        .isEqualTo("Anna");
    assertThat(relay.kept()).isEmpty();

    save(ben, ben.guides().untick(interview, topic));
    round();
    assertThat(guide(anna).covered()).isZero();
    assertThat(relay.kept()).isEmpty();
  }

  @Test
  void tickSetWhileAnotherIsTakenAwayStays() throws Exception {
    RecordId topic = anna.guides().topics(study).getFirst().id();
    save(anna, anna.guides().tick(interview, topic, "Anna", 1_000));
    round();
    save(anna, anna.guides().untick(interview, topic));
    save(ben, ben.guides().tick(interview, topic, "Ben", 2_000));
    round();
    assertThat(guide(anna)).isEqualTo(guide(ben));
    assertThat(guide(anna).covered()).isEqualTo(1);
  }

  @Test
  void removedTopicTakesItsTickOutOfTheCountOnBothDesks() throws Exception {
    RecordId topic = anna.guides().topics(study).getFirst().id();
    save(ben, ben.guides().tick(interview, topic, "Ben", 1_000));
    save(
        anna,
        List.of(new Draft.Move(topic, Topic.KIND.name(), dev.throughline.model.sync.Action.TRASH)));
    round();
    assertThat(guide(anna)).isEqualTo(guide(ben));
    assertThat(guide(anna).size()).isEqualTo(1);
    assertThat(guide(anna).covered()).isZero();
  }

  @Test
  void consentWrittenDownByBothIsOneRecordAndTheDifferenceIsKept() throws Exception {
    RecordId who = anna.ledger().newRecord();
    save(anna, List.of(new Draft.Set(who, "participant", Map.of("pseudonym", text("P-1")))));
    round();
    save(anna, List.of(consent(anna, who, "granted")));
    save(ben, List.of(consent(ben, who, "refused")));
    round();
    List<Consent> annas = anna.consents().of(who);
    assertThat(annas).hasSize(1).isEqualTo(ben.consents().of(who));
    assertThat(relay.kept()).hasSize(1);
    assertThat(relay.kept().getFirst().recordKind()).isEqualTo("consent");
    assertThat(relay.kept().getFirst().field()).isEqualTo("quote");
  }

  private static Draft consent(ClientWiring desk, RecordId who, String quote) {
    return desk.consents()
        .set(who, Optional.empty(), Map.of("quote", text(quote), "day", text("2026-11-24")));
  }

  @Test
  void whatOthersDidIsKnownAndOnesOwnIsNot() {
    assertThat(anna.ledger().store().arrivals(0, 100)).isEmpty();
    List<Arrival> bens = ben.ledger().store().arrivals(0, 100);
    assertThat(bens)
        .extracting(Arrival::kind)
        .containsExactlyInAnyOrder("study", "interview", "topic", "topic");
    assertThat(bens)
        .allMatch(Arrival::isNew)
        .extracting(Arrival::seq)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(ben.ledger().store().arrivals(bens.getFirst().seq(), 100)).isEmpty();
  }
}
