package dev.throughline.model.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.handoff.ManifestDiff.Change;
import dev.throughline.model.handoff.ManifestDiff.Difference;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is submitted is one document with one meaning, and stays as it is. */
class PacketTest {
  private final Bundles all = Bundles.whole();

  private Packet packet(long version) {
    byte[] bytes = Manifest.of(all.bundle(), version).canonical();
    return Packet.of(Bundles.HANDOFF, version, bytes, Optional.of(Bundles.PERSON), 7, 3);
  }

  private static Optional<String> making(Packet packet, boolean hasPrevious) {
    return making(packet.id(), packet.toFields(), hasPrevious);
  }

  private static Optional<String> making(
      RecordId id, Map<String, Value> fields, boolean hasPrevious) {
    return PacketRule.refusal(
        id, true, fields, Action.EDIT, Optional.of(Bundles.PERSON), hasPrevious);
  }

  @Test
  void theOrderInWhichRecordsWereReadChangesNothing() {
    String once = packet(1).digest();
    Collections.reverse(all.items);
    Collections.reverse(all.proofs);
    assertThat(packet(1).digest()).isEqualTo(once);
    assertThat(packet(2).digest()).isNotEqualTo(once);
  }

  @Test
  void itIsReadBackAsItWasWritten() {
    Packet packet = packet(3);
    assertThat(Packet.from(packet.id(), packet.toFields())).isEqualTo(packet);
    byte[] bytes = packet.manifest().getBytes(StandardCharsets.UTF_8);
    assertThat(Json.parse(bytes)).isInstanceOf(Json.Parsed.Read.class);
  }

  @Test
  void anySingleChangedCharacterIsNoticed() {
    Packet packet = packet(1);
    Map<String, Value> fields = new HashMap<>(packet.toFields());
    for (int i = 0; i < packet.manifest().length(); i++) {
      char other = packet.manifest().charAt(i) == 'x' ? 'y' : 'x';
      String changed =
          packet.manifest().substring(0, i) + other + packet.manifest().substring(i + 1);
      fields.put(Packet.MANIFEST, Value.text(changed));
      assertThat(making(packet.id(), fields, false)).as("character " + i).isPresent();
    }
  }

  @Test
  void onlyTheCanonicalFormOfItsOwnHandoffAndVersionIsTaken() {
    Packet packet = packet(1);
    assertThat(making(packet, false)).isEmpty();
    String spaced = packet.manifest().replaceFirst(",", ", ");
    Map<String, Value> fields = new HashMap<>(packet.toFields());
    fields.put(Packet.MANIFEST, Value.text(spaced));
    fields.put(Packet.DIGEST, Value.text(Sha256.hex(spaced.getBytes(StandardCharsets.UTF_8))));
    assertThat(making(packet.id(), fields, false)).isPresent();
    Map<String, Value> other = new HashMap<>(packet.toFields());
    other.put(Packet.HANDOFF, Value.text(Bundles.PERSON.toString()));
    assertThat(making(packet.id(), other, false)).isPresent();
  }

  @Test
  void versionsFollowEachOther() {
    assertThat(making(packet(2), false)).isPresent();
    assertThat(making(packet(2), true)).isEmpty();
    assertThat(PacketRule.previous(packet(2).toFields())).contains(Packet.idOf(Bundles.HANDOFF, 1));
    assertThat(PacketRule.previous(packet(1).toFields())).isEmpty();
  }

  @Test
  void nobodySubmitsForOthersOrChangesWhatWasSubmitted() {
    Map<String, Value> fields = packet(1).toFields();
    Optional<RecordId> other = Optional.of(Bundles.id("other"));
    assertThat(PacketRule.refusal(packet(1).id(), true, fields, Action.EDIT, other, false))
        .contains("A packet is submitted under one's own name.");
    Optional<RecordId> me = Optional.of(Bundles.PERSON);
    assertThat(PacketRule.refusal(packet(1).id(), false, fields, Action.EDIT, me, false))
        .isPresent();
    assertThat(PacketRule.refusal(packet(1).id(), false, Map.of(), Action.TRASH, me, false))
        .isPresent();
  }

  @Test
  void whatWasSubmittedBeforeAnybodySignedInIsOfWhoeverBringsIt() {
    Packet nameless =
        Packet.of(
            Bundles.HANDOFF, 1, Manifest.of(all.bundle(), 1).canonical(), Optional.empty(), 7, 0);
    assertThat(making(nameless, false)).isEmpty();
  }

  @Test
  void whatChangedIsNamedItemByItem() {
    Json before = Manifest.of(all.bundle(), 1);
    all.set("LEG-01", ChecklistItem.NOTE, Value.text("Said on Monday."));
    all.items.removeIf(one -> one.code().equals("INF-03"));
    all.cost("licences", 5, "EUR", Every.YEAR);
    assertThat(ManifestDiff.between(before, Manifest.of(all.bundle(), 2)))
        .containsExactlyInAnyOrder(
            new Difference("checklist", "INF-03", Change.REMOVED),
            new Difference("legalChecklist", "LEG-01", Change.CHANGED),
            new Difference("costs", "", Change.CHANGED));
    assertThat(ManifestDiff.between(before, before)).isEmpty();
  }
}
