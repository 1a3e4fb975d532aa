package dev.throughline.desktop.approval;

import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.QuorumPolicy;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.RollbackOrder;
import dev.throughline.model.signing.Json;
import java.util.List;
import java.util.Optional;

/** What is signed: a version of a handoff, an order about one that is out, or a rule of signing. */
public sealed interface Subject {
  RecordId id();

  /** SHA-256 over the very bytes that are signed, in hexadecimal. */
  String digest();

  /** Read from those bytes. */
  Json document();

  /** The version of the handoff it is about, or of the rule. */
  long version();

  /** What the handoff was called in that version, or what the rule is called. */
  String title();

  /** Of an order what it says; empty for anything else. */
  default Optional<RollbackOrder.Words> words() {
    return Optional.empty();
  }

  /** A text of the document; empty where it has none of that name. */
  default String text(String member) {
    return document() instanceof Json.Members(var members)
            && members.get(member) instanceof Json.Text(String text)
        ? text
        : "";
  }

  /**
   * A version of a handoff as it was submitted.
   *
   * @param said what its bytes say; empty where they say more than this program has words for
   */
  record Version(Packet packet, Json document, Optional<Bundle> said) implements Subject {
    @Override
    public RecordId id() {
      return packet.id();
    }

    @Override
    public String digest() {
      return packet.digest();
    }

    @Override
    public long version() {
      return packet.version();
    }

    @Override
    public String title() {
      return text("title");
    }
  }

  /**
   * An order to take a version back, or to bring it back.
   *
   * @param failed what the checks look at that failed, by the packet of that version
   */
  record Order(
      RollbackOrder order,
      RollbackOrder.Words said,
      Json document,
      String title,
      List<String> failed)
      implements Subject {
    @Override
    public RecordId id() {
      return order.id();
    }

    @Override
    public String digest() {
      return order.digest();
    }

    @Override
    public long version() {
      return said.version();
    }

    @Override
    public Optional<RollbackOrder.Words> words() {
      return Optional.of(said);
    }
  }

  /**
   * The next version of a rule of signing, as somebody proposed it.
   *
   * @param rule what is to count
   * @param before what counts now
   */
  record Proposal(QuorumPolicy proposal, Policy rule, Policy before, Json document)
      implements Subject {
    @Override
    public RecordId id() {
      return proposal.id();
    }

    @Override
    public String digest() {
      return proposal.digest();
    }

    @Override
    public long version() {
      return proposal.version();
    }

    @Override
    public String title() {
      return RuleWords.name(rule.id());
    }
  }
}
