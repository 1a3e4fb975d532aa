package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whoever was interviewed agrees to be quoted; else their words would not be exported. */
public final class Agreeing {
  private static final int INTERVIEWS_MAX = 100;

  private Agreeing() {}

  /** Writes it down for the person of every interview, and names one where nobody is named. */
  public static void everywhere(ClientWiring desk) {
    RecordId nobodys = desk.ledger().newRecord();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft(nobodys, Participant.KIND, Map.of("pseudonym", "P-agreed")));
    drafts.add(agreed(nobodys));
    for (InterviewRow row : desk.interviews().list(0, INTERVIEWS_MAX)) {
      Interview interview = row.interview();
      interview
          .participant()
          .ifPresentOrElse(
              who -> drafts.add(agreed(who)),
              () ->
                  drafts.add(
                      draft(
                          interview.id(),
                          Interview.KIND,
                          Map.of("participant", nobodys.toString()))));
    }
    if (!(desk.ledger().recordIn(desk.ledger().store().home(), drafts)
        instanceof SaveResult.Saved)) {
      throw new IllegalStateException("consent was not saved");
    }
  }

  private static Draft agreed(RecordId who) {
    return draft(
        Consent.idOf(who, Optional.empty()),
        Consent.KIND,
        Map.of("participant", who.toString(), "quote", "granted"));
  }

  private static Draft draft(RecordId id, Kind kind, Map<String, String> texts) {
    Map<String, Value> fields = new TreeMap<>();
    texts.forEach((name, text) -> fields.put(name, Value.text(text)));
    return new Draft.Set(id, kind.name(), fields);
  }
}
