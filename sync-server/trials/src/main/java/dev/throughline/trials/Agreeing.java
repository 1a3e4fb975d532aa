package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whoever is interviewed agrees: to be quoted, to be recorded. */
public final class Agreeing {
  private static final int INTERVIEWS_MAX = 100;

  private Agreeing() {}

  /** To be quoted, in every interview; a person is named where nobody is. */
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

  /** To be recorded in one interview; a person is named if nobody is. */
  static void toBeRecorded(ClientWiring desk, RecordId interview) {
    RecordId who =
        desk.ledger()
            .store()
            .find(interview)
            .flatMap(view -> new FieldMap(view.fields()).reference("participant"))
            .orElseGet(() -> named(desk, interview));
    Draft agreed =
        new Consents(desk.ledger().store())
            .set(
                who,
                Optional.of(interview),
                Map.of(ConsentScope.RECORD.field(), Value.text(ConsentAnswer.GRANTED.wireName())));
    save(desk, List.of(agreed));
  }

  private static RecordId named(ClientWiring desk, RecordId interview) {
    RecordId who = desk.ledger().newRecord();
    save(
        desk,
        List.of(
            draft(who, Participant.KIND, Map.of("pseudonym", "P-recorded")),
            draft(interview, Interview.KIND, Map.of("participant", who.toString()))));
    return who;
  }

  private static void save(ClientWiring desk, List<Draft> drafts) {
    if (!(desk.ledger().record(drafts) instanceof SaveResult.Saved)) {
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
