package dev.throughline.trials.bench;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Filling;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills a store with handoffs, each with its checklist, costs, services and checks. */
final class BigHandoffs {
  private static final long AFTER = 200_000_000L;
  private static final int LINES = 4;

  private final BigWorkspace made;

  private BigHandoffs(BigWorkspace made) {
    this.made = made;
  }

  /**
   * Adds so many.
   *
   * @param ideas what they are of, one each
   * @param items of each checklist, those of the template among them
   */
  static void fill(LocalStore store, List<RecordId> ideas, int handoffs, int items, long seed) {
    BigHandoffs all = new BigHandoffs(BigWorkspace.further(store, seed, AFTER));
    for (int i = 0; i < handoffs; i++) {
      all.handoff(ideas.get(i % ideas.size()), items);
    }
    all.made.flush();
  }

  private void handoff(RecordId idea, int items) {
    RecordId handoff = made.next();
    made.add(
        handoff,
        Handoff.KIND,
        Map.of(
            Handoff.IDEA, BigWorkspace.reference(idea),
            Handoff.TITLE, made.sentence(3, 8),
            Handoff.ASK, made.sentence(10, 30),
            Handoff.RISK, made.sentence(10, 30),
            Handoff.ROLLBACK, made.sentence(8, 20)));
    for (int i = 0; i < items; i++) {
      item(handoff, i);
    }
    Value of = BigWorkspace.reference(handoff);
    for (int i = 0; i < LINES; i++) {
      made.add(made.next(), Cost.KIND, Map.of(Cost.HANDOFF, of, Cost.TEXT, made.sentence(2, 5)));
      made.add(
          made.next(),
          InfraService.KIND,
          Map.of(InfraService.HANDOFF, of, InfraService.NAME, made.sentence(1, 3)));
      made.add(
          made.next(),
          AcceptanceCheck.KIND,
          Map.of(AcceptanceCheck.HANDOFF, of, AcceptanceCheck.TEXT, made.sentence(4, 9)));
    }
  }

  private void item(RecordId handoff, int number) {
    List<ChecklistTemplate.Line> usual = ChecklistTemplate.USUAL;
    Map<String, Value> fields;
    if (number < usual.size()) {
      fields = new HashMap<>(usual.get(number).toFields(handoff));
    } else {
      Section section = Section.values()[number % Section.values().length];
      String code = String.format(Locale.ROOT, "X-%02d", number);
      fields = new HashMap<>();
      fields.put(ChecklistItem.HANDOFF, BigWorkspace.reference(handoff));
      fields.put(ChecklistItem.SECTION, Value.text(section.wireName()));
      fields.put(ChecklistItem.CODE, Value.text(code));
      fields.put(ChecklistItem.TITLE, made.sentence(4, 9));
      fields.put(ChecklistItem.FILLING, Value.text(Filling.NOTHING.wireName()));
    }
    ItemState[] states = ItemState.values();
    fields.put(ChecklistItem.STATE, Value.text(states[number % states.length].wireName()));
    RecordId item = made.next();
    made.add(item, ChecklistItem.KIND, fields);
    made.add(
        made.next(),
        Proof.KIND,
        Map.of(Proof.ITEM, BigWorkspace.reference(item), Proof.TEXT, made.sentence(3, 9)));
  }
}
