package dev.throughline.desktop.planning;

import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.participant.Participants;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what planning a session writes. Not on the UI thread. */
public final class Plans {
  private final Ledger ledger;
  private final Participants people;

  public Plans(Ledger ledger, Participants people) {
    this.ledger = ledger;
    this.people = people;
  }

  /** Everybody who can be met again, by pseudonym. */
  List<String> pseudonyms() {
    return people.all().stream()
        .map(Participant::pseudonym)
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  RecordId newRecord() {
    return ledger.newRecord();
  }

  /** The interview, its page of notes, and who is to be met where nobody has that pseudonym yet. */
  List<Draft> drafts(RecordId interview, Plan plan) {
    Map<String, Value> fields = new TreeMap<>();
    plan.study().ifPresent(study -> fields.put("study", Value.text(study.toString())));
    fields.put("date", Value.text(plan.day().toString()));
    plan.time().ifPresent(time -> fields.put("time", Value.text(time.toString())));
    fields.put("place", Value.text(PlainText.clean(plan.place()).strip()));
    fields.put("status", Value.text(InterviewStatus.PLANNED.wireName()));
    List<Draft> drafts = new ArrayList<>();
    if (!plan.participant().isBlank()) {
      Optional<RecordId> known =
          people.named(plan.participant(), plan.study()).map(Participant::id);
      RecordId who = known.orElseGet(ledger::newRecord);
      fields.put("participant", Value.text(who.toString()));
      if (known.isEmpty()) {
        drafts.add(people.draft(who, plan.study(), plan.participant(), Map.of()));
      }
    }
    drafts.addFirst(new Draft.Set(interview, Interview.KIND.name(), fields));
    drafts.add(new Draft.Set(ledger.newRecord(), Memo.KIND.name(), Memos.fields(interview, "")));
    return drafts;
  }
}
