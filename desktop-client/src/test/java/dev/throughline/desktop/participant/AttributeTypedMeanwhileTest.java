package dev.throughline.desktop.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.participant.Participant;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna types an attribute while Ben's change of the same person arrives. */
class AttributeTypedMeanwhileTest {
  private final Relay relay = new Relay();
  @TempDir Path folder;
  private ClientWiring anna;
  private ClientWiring ben;
  private RecordId person;

  @BeforeEach
  void open() throws Exception {
    anna = Desk.open(folder.resolve("anna"));
    ben = Desk.open(folder.resolve("ben"));
    relay.join(anna);
    relay.join(ben);
    person = anna.ledger().newRecord();
    Draft draft =
        new Participants(anna.ledger())
            .draft(person, Optional.empty(), "P-01", Map.of("Meter", "Prepaid"));
    Desk.save(anna, draft);
    round();
  }

  @AfterEach
  void close() {
    anna.close();
    ben.close();
  }

  @Test
  void valueTypedOnAnOlderOneIsKeptBesideTheNewerOne() throws Exception {
    change(ben, AttributeChange.set("Meter", "Prepaid", "Smart"));
    round();
    change(anna, AttributeChange.set("Meter", "Prepaid", "Monthly"));
    round();
    assertThat(attributes(anna)).isEqualTo(attributes(ben));
    assertThat(relay.kept())
        .singleElement()
        .satisfies(kept -> assertThat(kept.field()).isEqualTo("attributes"));
  }

  @Test
  void anotherAttributeThatArrivedMeanwhileStaysWithoutAConflict() throws Exception {
    change(ben, AttributeChange.set("City", "", "Ghent"));
    round();
    change(anna, AttributeChange.set("Meter", "Prepaid", "Monthly"));
    round();
    assertThat(attributes(ben)).isEqualTo(Map.of("City", "Ghent", "Meter", "Monthly"));
    assertThat(relay.kept()).isEmpty();
  }

  private void change(ClientWiring desk, AttributeChange change) {
    Desk.save(desk, new Participants(desk.ledger()).change(person, change));
  }

  private Map<String, String> attributes(ClientWiring desk) {
    return Participant.from(person, desk.ledger().store().find(person).orElseThrow().fields())
        .attributes();
  }

  private void round() throws Exception {
    for (int i = 0; i < 2; i++) {
      relay.push(anna);
      relay.pull(anna);
      relay.push(ben);
      relay.pull(ben);
    }
  }
}
