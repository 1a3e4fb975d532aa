package dev.throughline.desktop.handoff;

import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds what shows that an item of a checklist holds, and leads there. UI thread only. */
final class ProofDesk {
  private final HandoffParts parts;
  private final HandoffExits exits;
  private final Chooser chooser;

  ProofDesk(HandoffParts parts, HandoffExits exits, Chooser chooser) {
    this.parts = parts;
    this.exits = exits;
    this.chooser = chooser;
  }

  /** Adds words, an address, or both. */
  void add(RecordId item, String typed, Runnable otherwise) {
    Map<String, Value> fields = new TreeMap<>();
    Optional<String> address = ProofWords.address(typed);
    address.ifPresent(its -> fields.put(Proof.LINK, Value.text(its)));
    String words = address.isPresent() ? ProofWords.withoutAddress(typed) : typed;
    fields.put(Proof.TEXT, Value.text(Ideas.line(words, Proof.TEXT_LENGTH_MAX)));
    parts.edits().make("handoff.step.proof", Proof.KIND, item, fields, otherwise);
  }

  /** Lets the person choose a record of the idea that is handed off. */
  void attach(RecordId item, RecordId idea) {
    Surroundings around = parts.ideas().around();
    around
        .background()
        .run(
            () -> {
              ProofSources sources =
                  new ProofSources(parts.handoffs().store(), parts.ideas().list().oneWith(idea));
              List<Chooser.Choice> choices =
                  sources.all().stream()
                      .map(
                          one ->
                              new Chooser.Choice(
                                  one.icon(), one.words(), one.kind(), () -> add(item, one.id())))
                      .toList();
              around
                  .ui()
                  .run(
                      () ->
                          chooser.choose(
                              Texts.text("handoff.attach.which"), choices, Optional.empty()));
            });
  }

  private void add(RecordId item, RecordId source) {
    parts
        .edits()
        .make(
            "handoff.step.proof",
            Proof.KIND,
            item,
            Map.of(Proof.SOURCE, Ideas.reference(source)),
            () -> {});
  }

  /** Shows what a proof leads to. */
  void open(Proof proof) {
    proof
        .source()
        .ifPresentOrElse(
            exits.openRecord(),
            () ->
                ProofWords.address(proof.link()).flatMap(ProofDesk::uri).ifPresent(exits.browse()));
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(URI.create(address));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
