package dev.throughline.desktop.sample;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.handoff.AcceptanceCheck;
import dev.throughline.model.handoff.Basis;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.handoff.Cost;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.InfraService;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The handoff of the sample: some items are ready, one is stale, others wait. */
final class SampleHandoff {
  private SampleHandoff() {}

  static List<Draft> drafts(Ledger ledger, RecordId idea, RecordId mvp, FieldMap handoff) {
    Map<String, Value> fields = new HashMap<>(handoff.values());
    fields.put(Handoff.MVP, Value.text(mvp.toString()));
    List<Draft> drafts =
        new ArrayList<>(
            SampleIdeas.planned(
                ledger,
                idea,
                List.of(new FieldMap(fields)),
                Handoff.KIND,
                Cost.KIND,
                InfraService.KIND,
                AcceptanceCheck.KIND));
    RecordId id = drafts.getFirst().record();
    SortedMap<String, String> ready = handoff.pairs("items");
    SortedMap<String, String> stale = handoff.pairs("stale");
    List<ChecklistTemplate.Line> lines = ChecklistTemplate.USUAL;
    Iterator<RecordId> ids =
        Stream.generate(ledger::newRecord).limit(lines.size()).sorted().iterator();
    for (ChecklistTemplate.Line line : lines) {
      RecordId item = ids.next();
      Optional<String> shown =
          Optional.ofNullable(ready.get(line.code()))
              .or(() -> Optional.ofNullable(stale.get(line.code())));
      drafts.add(
          item(item, id, line, ledger.newRecord(), shown, stale.containsKey(line.code()), drafts));
    }
    return drafts;
  }

  private static Draft item(
      RecordId item,
      RecordId handoff,
      ChecklistTemplate.Line line,
      RecordId proofId,
      Optional<String> shown,
      boolean isStale,
      List<Draft> drafts) {
    Map<String, Value> fields = line.toFields(handoff);
    shown
        .filter(words -> !words.isEmpty())
        .ifPresent(
            words -> {
              Proof proof = new Proof(proofId, Optional.of(item), words, "", Optional.empty());
              Proof before =
                  isStale ? new Proof(proofId, Optional.of(item), "", "", Optional.empty()) : proof;
              drafts.add(
                  new Draft.Set(
                      proofId,
                      Proof.KIND.name(),
                      Map.of(
                          Proof.ITEM, Value.text(item.toString()),
                          Proof.TEXT, Value.text(words))));
              fields.put(ChecklistItem.STATE, Value.text(ItemState.READY.wireName()));
              fields.put(
                  ChecklistItem.BASIS,
                  Value.text(
                      Basis.of(line.title(), line.needs(), List.of(before), Map.of())
                          .orElseThrow()));
            });
    return new Draft.Set(item, ChecklistItem.KIND.name(), fields);
  }
}
