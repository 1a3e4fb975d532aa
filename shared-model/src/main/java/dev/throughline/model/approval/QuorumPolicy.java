package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.signing.Sha256;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A version of a rule as somebody proposed it, from the second on; the first comes with the
 * program. People sign it like a packet, and only then it counts. Never changed.
 *
 * @param policy what the rule is called
 * @param document the rule in canonical form; see {@link PolicyReader}
 * @param state written by the server alone
 * @param by who proposed it
 * @param reason why
 */
public record QuorumPolicy(
    RecordId id,
    String policy,
    long version,
    String document,
    State state,
    Optional<RecordId> by,
    String reason) {
  public static final String POLICY = "policy";
  public static final String VERSION = "version";
  public static final String DOCUMENT = "document";
  public static final String STATE = "state";
  public static final String BY = "by";
  public static final String REASON = "reason";

  public static final int DOCUMENT_LENGTH_MAX = 10_000;
  public static final int REASON_LENGTH_MAX = 1_000;

  private static final long VERSION_MAX = 10_000;

  /** Whether it counts. */
  public enum State {
    PROPOSED,
    ACTIVE;

    /** The name a record holds. */
    public String wireName() {
      return Choices.wireName(this);
    }
  }

  public static final Kind KIND =
      new Kind(
          "quorum-policy",
          Family.PRODUCT,
          "",
          "",
          List.of(
              Field.latest(POLICY, new TextOf(Policy.ID_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(VERSION, new Number(2, VERSION_MAX), PersonalClass.NEVER),
              Field.latest(DOCUMENT, new TextOf(DOCUMENT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(STATE, Choices.of(State.class), PersonalClass.NEVER),
              Field.reference(BY, "person"),
              Field.latest(REASON, new TextOf(REASON_LENGTH_MAX), PersonalClass.NEVER)));

  public static QuorumPolicy from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new QuorumPolicy(
        id,
        fields.text(POLICY),
        fields.whole(VERSION).orElse(0L),
        fields.text(DOCUMENT),
        Choices.read(State.class, fields.text(STATE), State.PROPOSED),
        fields.reference(BY),
        fields.text(REASON));
  }

  /** A proposal of this rule. */
  public static QuorumPolicy of(Policy rule, Optional<RecordId> by, String reason) {
    return new QuorumPolicy(
        idOf(rule.id(), rule.version()),
        rule.id(),
        rule.version(),
        rule.document(),
        State.PROPOSED,
        by,
        reason);
  }

  /** A rule has one record of each version: of two proposed at once one is refused. */
  public static RecordId idOf(String policy, long version) {
    return new RecordId(Uuids.reserved("quorum-policy/" + policy + "/" + version));
  }

  /** The fields a proposal is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new TreeMap<>();
    fields.put(POLICY, Value.text(policy));
    fields.put(VERSION, Value.whole(version));
    fields.put(DOCUMENT, Value.text(document));
    fields.put(REASON, Value.text(reason));
    by.ifPresent(who -> fields.put(BY, Value.text(who.toString())));
    return fields;
  }

  /** What is signed: SHA-256 over the document, in hexadecimal. */
  public String digest() {
    return Sha256.hex(document.getBytes(StandardCharsets.UTF_8));
  }

  /** The rule; empty when the document is none, or another one than it says. */
  public Optional<Policy> rule() {
    return PolicyReader.parse(document.getBytes(StandardCharsets.UTF_8))
            instanceof PolicyReader.Parsed.Read(Policy rule)
        ? Optional.of(rule)
            .filter(its -> its.document().equals(document))
            .filter(its -> its.id().equals(policy) && its.version() == version)
        : Optional.empty();
  }
}
