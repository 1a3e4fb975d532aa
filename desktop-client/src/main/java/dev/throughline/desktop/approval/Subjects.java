package dev.throughline.desktop.approval;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.PolicySet;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.handoff.ManifestReader;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.handoff.PacketRule;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.PlannedCheck;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is signed, and says whether it is what the server asks for. Not on the UI thread. */
final class Subjects {
  private final LocalStore store;

  Subjects(LocalStore store) {
    this.store = store;
  }

  /** What a record is that is signed; empty for one that is not here, or that means nothing. */
  Optional<Subject> find(RecordId id) {
    return store
        .find(id)
        .flatMap(
            view -> {
              if (view.kind().equals(Packet.KIND.name())) {
                return version(Packet.from(view.id(), view.fields()));
              }
              if (view.kind().equals(QuorumPolicy.KIND.name())) {
                return proposal(QuorumPolicy.from(view.id(), view.fields()));
              }
              return view.kind().equals(RollbackOrder.KIND.name())
                  ? order(RollbackOrder.from(view.id(), view.fields()))
                  : Optional.empty();
            });
  }

  /** A version that was submitted. */
  Optional<Subject> packet(RecordId id) {
    return find(id).filter(Subject.Version.class::isInstance);
  }

  private static Optional<Subject> version(Packet packet) {
    return json(packet.manifest())
        .map(json -> new Subject.Version(packet, json, ManifestReader.read(json)));
  }

  private Optional<Subject> proposal(QuorumPolicy proposal) {
    return LocalRules.of(store)
        .current(proposal.policy())
        .flatMap(
            before ->
                proposal
                    .rule()
                    .flatMap(
                        rule ->
                            json(proposal.document())
                                .map(json -> new Subject.Proposal(proposal, rule, before, json))));
  }

  private Optional<Subject> order(RollbackOrder order) {
    return order
        .words()
        .flatMap(
            said ->
                json(order.document())
                    .map(
                        json -> {
                          Optional<Subject> about =
                              packet(Packet.idOf(said.handoff(), said.version()));
                          return new Subject.Order(
                              order,
                              said,
                              json,
                              about.map(Subject::title).orElse(""),
                              failed(said, about));
                        }));
  }

  private static List<String> failed(RollbackOrder.Words said, Optional<Subject> about) {
    return about.map(its -> PlannedCheck.of(its.document())).orElse(List.of()).stream()
        .filter(check -> said.failed().contains(check.id()))
        .map(PlannedCheck::text)
        .toList();
  }

  private static Optional<Json> json(String document) {
    return Json.parse(document.getBytes(StandardCharsets.UTF_8))
            instanceof Json.Parsed.Read(Json json)
        ? Optional.of(json)
        : Optional.empty();
  }

  /**
   * Whether digest, rule and case follow from the bytes that are here. Since it was opened another
   * rule may have taken it over, because its amount is another one: it keeps the one of then.
   */
  boolean isSound(RecordId handoff, Subject subject, Approval approval, Policy policy) {
    return isItself(handoff, subject, approval)
        && Stream.of(LocalRules.of(store), LocalRules.at(approval.openedAt(), store))
            .anyMatch(rules -> policy.digest().equals(policy(subject, rules).digest()))
        && policy.digest().equals(approval.policyDigest())
        && approval
            .caseDigest()
            .equals(
                CaseDigest.of(
                    approval.id(),
                    approval.revision(),
                    subject.digest(),
                    subject.document(),
                    policy,
                    approval.registry()));
  }

  private static boolean isItself(RecordId handoff, Subject subject, Approval approval) {
    return switch (subject) {
      case Subject.Version(var packet, var _, var said) ->
          said.isPresent()
              && PacketRule.isSound(packet)
              && approval.id().equals(Approval.idOf(handoff));
      case Subject.Order order ->
          order.said().order().equals(order.id())
              && order.said().handoff().equals(handoff)
              && approval.id().equals(Approval.idOf(order.id()));
      case Subject.Proposal(var proposal, var _, var _, var _) ->
          proposal.id().equals(QuorumPolicy.idOf(proposal.policy(), proposal.version()))
              && handoff.equals(proposal.id())
              && approval.id().equals(Approval.idOf(proposal.id()));
    };
  }

  private static Policy policy(Subject subject, PolicySet rules) {
    return switch (subject) {
      case Subject.Version version -> rules.of(version.document());
      case Subject.Order order -> rules.of(order.said().purpose());
      case Subject.Proposal _ -> Policies.CHANGE;
    };
  }
}
