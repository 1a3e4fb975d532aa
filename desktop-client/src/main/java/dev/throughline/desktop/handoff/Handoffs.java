package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.handoff.Basis;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.plan.Mvp;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes handoffs and what is below them, and submits them. */
public final class Handoffs {
  private final Ledger ledger;
  private final InstantSource clock;

  public Handoffs(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  LocalStore store() {
    return ledger.store();
  }

  RecordId newRecord() {
    return ledger.newRecord();
  }

  /** A new handoff with the items that are always asked for. */
  public List<Draft> make(RecordId id, RecordId idea, Optional<Mvp> mvp, String title) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(Handoff.IDEA, Ideas.reference(idea));
    mvp.ifPresent(its -> fields.put(Handoff.MVP, Ideas.reference(its.id())));
    fields.put(Handoff.TITLE, Value.text(Ideas.line(title, Handoff.TITLE_LENGTH_MAX)));
    store().rights().person().ifPresent(me -> fields.put(Handoff.OWNER, Ideas.reference(me)));
    List<Draft> drafts = new ArrayList<>();
    drafts.add(new Draft.Set(id, Handoff.KIND.name(), fields));
    List<ChecklistTemplate.Line> lines = ChecklistTemplate.USUAL;
    Iterator<RecordId> ids =
        Stream.generate(ledger::newRecord).limit(lines.size()).sorted().iterator();
    lines.forEach(line -> drafts.add(item(ids.next(), id, line)));
    return drafts;
  }

  /** One item of the template. */
  Draft item(RecordId id, RecordId handoff, ChecklistTemplate.Line line) {
    return new Draft.Set(id, ChecklistItem.KIND.name(), line.toFields(handoff));
  }

  /** An item that this handoff asks for beyond the template. */
  Draft item(Bundle bundle, Section section, String title) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(ChecklistItem.HANDOFF, Ideas.reference(bundle.handoff().id()));
    fields.put(ChecklistItem.CODE, Value.text(ChecklistTemplate.next(section, bundle.items())));
    fields.put(ChecklistItem.SECTION, Value.text(section.wireName()));
    fields.put(ChecklistItem.TITLE, Value.text(Ideas.line(title, ChecklistItem.TITLE_LENGTH_MAX)));
    return new Draft.Set(ledger.newRecord(), ChecklistItem.KIND.name(), fields);
  }

  /** Says how an item stands; ready means ready with the evidence that is there now. */
  public static Draft state(ChecklistItem item, ItemState state, Bundle bundle) {
    String basis = state == ItemState.READY ? Basis.of(item, bundle).orElse("") : "";
    return new Draft.Set(
        item.id(),
        ChecklistItem.KIND.name(),
        Map.of(
            ChecklistItem.STATE, Value.text(state.wireName()),
            ChecklistItem.BASIS, Value.text(basis)),
        Map.of(
            ChecklistItem.STATE, Value.text(item.state().wireName()),
            ChecklistItem.BASIS, Value.text(item.basis())));
  }

  /** What became of a submission. */
  public sealed interface Submitted {
    record Done(Packet packet) implements Submitted {}

    /** It is more than one document can hold. */
    record TooLong() implements Submitted {}

    record NotSaved(SaveResult.NotSaved why) implements Submitted {}
  }

  /**
   * Freezes what a handoff is now as its next version. Not a step that can be taken back: what was
   * submitted stays.
   *
   * @param seen the log entry up to which the bundle was read
   */
  public Submitted submit(Bundle bundle, long version, long seen) {
    byte[] bytes = Manifest.of(bundle, version).canonical();
    Packet packet =
        Packet.of(
            bundle.handoff().id(), version, bytes, store().rights().person(), clock.millis(), seen);
    if (bytes.length > Json.BYTES_MAX || packet.manifest().length() > Kind.LONG_TEXT_MAX) {
      return new Submitted.TooLong();
    }
    SaveResult saved =
        ledger.record(List.of(new Draft.Set(packet.id(), Packet.KIND.name(), packet.toFields())));
    return saved instanceof SaveResult.NotSaved why
        ? new Submitted.NotSaved(why)
        : new Submitted.Done(packet);
  }
}
