package dev.throughline.desktop.consent;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.Value;
import java.util.Map;
import java.util.Optional;

/** People who agreed to everything, for tests about other things. */
public final class Agreed {
  private static final int INTERVIEWS_MAX = 100;

  private Agreed() {}

  /** Names a participant for every interview and writes down that they may be quoted. */
  public static void everywhere(ClientWiring desk) {
    for (InterviewRow row : desk.interviews().list(0, INTERVIEWS_MAX)) {
      RecordId who =
          desk.interviews()
              .open(row.interview().id())
              .orElseThrow()
              .interview()
              .participant()
              .orElseGet(() -> named(desk, row.interview().id()));
      toQuoting(desk, who);
    }
  }

  private static RecordId named(ClientWiring desk, RecordId interview) {
    RecordId who = desk.ledger().newRecord();
    Desk.save(
        desk,
        new Draft.Set(who, Participant.KIND.name(), Map.of("pseudonym", Value.text("P-" + who))));
    Desk.save(
        desk,
        new Draft.Set(
            interview, Interview.KIND.name(), Map.of("participant", Value.text(who.toString()))));
    return who;
  }

  /** Writes down that a person may be quoted. */
  public static void toQuoting(ClientWiring desk, RecordId who) {
    Desk.save(
        desk,
        new Consents(desk.ledger().store())
            .set(who, Optional.empty(), Map.of("quote", Value.text("granted"))));
  }
}
