package dev.throughline.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows from a record is that record's alone; everything else anybody may make. */
class ReservedIdsTest {
  private static final RecordId WHO = new RecordId(Uuids.derived("participant"));
  private static final RecordId STUDY = new RecordId(Uuids.derived("study"));

  private static boolean mayBeMade(RecordId id, String kind, Map<String, Value> fields) {
    return ReservedIds.mayBeMade(id, kind, fields);
  }

  @Test
  void theRecordItselfMayBeMadeUnderItsId() {
    Grant grant = Grant.of(Optional.of(WHO), Optional.empty(), Level.OPEN);
    assertThat(mayBeMade(grant.id(), "grant", grant.toFields())).isTrue();
    assertThat(
            mayBeMade(Person.invited("a@b.org"), "person", Map.of("login", Value.text("A@b.org"))))
        .isTrue();
    Map<String, Value> fields = Map.of("participant", Value.text(WHO.toString()));
    assertThat(mayBeMade(Consent.idOf(WHO, Optional.empty()), "consent", fields)).isTrue();
  }

  @Test
  void nothingElseMay() {
    RecordId consent = Consent.idOf(WHO, Optional.of(STUDY));
    assertThat(mayBeMade(consent, "study", Map.of())).isFalse();
    assertThat(mayBeMade(consent, "consent", Map.of("participant", Value.text("" + WHO))))
        .as("of another interview")
        .isFalse();
    RecordId came = Person.idOf("subject");
    assertThat(mayBeMade(came, "person", Map.of("login", Value.text("a@b.org")))).isFalse();
    RecordId rescue = Rescue.idOf(STUDY, List.of());
    assertThat(mayBeMade(rescue, "rescue", Map.of("study", Value.text("" + STUDY)))).isFalse();
  }

  /** Imports count the turns of a transcript in the last bits of a derived id. */
  @Test
  void idsOfImportsAreNobodys() {
    for (int number = 0; number < 50; number++) {
      UUID base = Uuids.derived("import " + number);
      for (int turn = 0; turn < 300; turn++) {
        UUID id = new UUID(base.getMostSignificantBits(), base.getLeastSignificantBits() | turn);
        assertThat(mayBeMade(new RecordId(id), "segment", Map.of())).isTrue();
      }
    }
  }
}
