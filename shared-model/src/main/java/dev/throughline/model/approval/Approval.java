package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Choices;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.Anything;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.FieldType.Texts;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where the approval of a handoff stands. Only the server writes it, in the transaction that takes
 * in what changes it.
 *
 * @param packet the version that waits, or the order
 * @param revision counts the packets of the handoff that were opened
 * @param registry the number of the log entry as of which keys are looked up
 * @param requester who submitted the packet
 * @param contributors who wrote the handoff, other than by filling in its checklist
 * @param votes those that count
 * @param touched the last entry by which each device changed what the manifest is made of
 * @param sources records its evidence and proofs point to and that changed after a packet was
 *     opened, each with the revision after which it did last
 * @param openedAt when the packet came in, in milliseconds since the epoch
 * @param expiresAt until when it can be signed
 * @param metAt when everybody had signed; 0 before
 * @param told which delays people were told of
 */
public record Approval(
    RecordId id,
    Optional<RecordId> handoff,
    Optional<RecordId> packet,
    long revision,
    ApprovalState state,
    String policy,
    long policyVersion,
    String policyDigest,
    String caseDigest,
    long registry,
    Optional<RecordId> requester,
    Set<String> contributors,
    List<Cast> votes,
    Map<String, Long> touched,
    Map<String, Long> sources,
    long openedAt,
    long expiresAt,
    long metAt,
    Set<String> told) {
  public static final String HANDOFF = "handoff";
  public static final String PACKET = "packet";
  public static final String REVISION = "revision";
  public static final String STATE = "state";
  public static final String POLICY = "policy";
  public static final String POLICY_VERSION = "policyVersion";
  public static final String POLICY_DIGEST = "policyDigest";
  public static final String CASE_DIGEST = "caseDigest";
  public static final String REGISTRY = "registry";
  public static final String REQUESTER = "requester";
  public static final String CONTRIBUTORS = "contributors";
  public static final String VOTES = "votes";
  public static final String TOUCHED = "touched";
  public static final String SOURCES = "sources";
  public static final String OPENED_AT = "openedAt";
  public static final String EXPIRES_AT = "expiresAt";
  public static final String MET_AT = "metAt";
  public static final String TOLD = "told";

  private static final int DIGEST_LENGTH = 64;
  private static final int PEOPLE_MAX = 1_000;
  private static final int ID_LENGTH = 36;
  private static final int TOLD_MAX = 20;

  /** A vote that counts: with which key, whose, under which roles, and what it says. */
  public record Cast(
      RecordId vote,
      RecordId key,
      RecordId person,
      Set<String> roles,
      Answer answer,
      long claimedAt,
      long countedAt) {
    /** Whether it says go, whatever the conditions. */
    public boolean isFor() {
      return answer != Answer.NO_GO;
    }

    /** Votes as a field holds them. */
    public static List<Cast> all(Value value) {
      return value instanceof Value.Items(var items)
          ? items.stream().flatMap(one -> read(one).stream()).toList()
          : List.of();
    }

    private static Optional<Cast> read(Value value) {
      if (!(value instanceof Value.Entries(var entries))) {
        return Optional.empty();
      }
      FieldMap fields = new FieldMap(entries);
      return fields
          .reference("vote")
          .flatMap(
              vote ->
                  fields
                      .reference("person")
                      .map(
                          person ->
                              new Cast(
                                  vote,
                                  fields.reference("key").orElse(vote),
                                  person,
                                  fields.texts("roles"),
                                  Answer.of(fields.text("answer")),
                                  fields.whole("claimedAt").orElse(0L),
                                  fields.whole("countedAt").orElse(0L))));
    }

    Value toValue() {
      TreeMap<String, Value> entries = new TreeMap<>();
      entries.put("vote", Value.text(vote.toString()));
      entries.put("key", Value.text(key.toString()));
      entries.put("person", Value.text(person.toString()));
      entries.put("roles", Texts.of(roles));
      entries.put("answer", Value.text(answer.wireName()));
      entries.put("claimedAt", Value.whole(claimedAt));
      entries.put("countedAt", Value.whole(countedAt));
      return new Value.Entries(entries);
    }
  }

  public static final Kind KIND =
      new Kind(
          "approval",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.reference(PACKET, "packet"),
              Field.latest(REVISION, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(STATE, Choices.of(ApprovalState.class), PersonalClass.NEVER),
              Field.latest(POLICY, new TextOf(Policy.ID_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(POLICY_VERSION, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(POLICY_DIGEST, new TextOf(DIGEST_LENGTH), PersonalClass.NEVER),
              Field.latest(CASE_DIGEST, new TextOf(DIGEST_LENGTH), PersonalClass.NEVER),
              Field.latest(REGISTRY, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.reference(REQUESTER, "person"),
              Field.latest(CONTRIBUTORS, new Texts(PEOPLE_MAX, ID_LENGTH), PersonalClass.POINTER),
              Field.latest(VOTES, new Anything(), PersonalClass.POINTER),
              Field.latest(TOUCHED, new Anything(), PersonalClass.POINTER),
              Field.latest(SOURCES, new Anything(), PersonalClass.POINTER),
              Field.latest(OPENED_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(EXPIRES_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(MET_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(TOLD, new Texts(TOLD_MAX, ID_LENGTH), PersonalClass.NEVER)));

  public static Approval from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Approval(
        id,
        fields.reference(HANDOFF),
        fields.reference(PACKET),
        fields.whole(REVISION).orElse(0L),
        ApprovalState.of(fields.text(STATE)),
        fields.text(POLICY),
        fields.whole(POLICY_VERSION).orElse(0L),
        fields.text(POLICY_DIGEST),
        fields.text(CASE_DIGEST),
        fields.whole(REGISTRY).orElse(0L),
        fields.reference(REQUESTER),
        fields.texts(CONTRIBUTORS),
        Cast.all(values.getOrDefault(VOTES, Value.NOTHING)),
        numbers(values.getOrDefault(TOUCHED, Value.NOTHING)),
        numbers(values.getOrDefault(SOURCES, Value.NOTHING)),
        fields.whole(OPENED_AT).orElse(0L),
        fields.whole(EXPIRES_AT).orElse(0L),
        fields.whole(MET_AT).orElse(0L),
        fields.texts(TOLD));
  }

  private static Map<String, Long> numbers(Value value) {
    Map<String, Long> numbers = new TreeMap<>();
    if (value instanceof Value.Entries(var entries)) {
      entries.forEach(
          (name, one) -> {
            if (one instanceof Value.Whole(long number)) {
              numbers.put(name, number);
            }
          });
    }
    return numbers;
  }

  /** Numbers as a field holds them. */
  public static Value numbers(Map<String, Long> numbers) {
    TreeMap<String, Value> entries = new TreeMap<>();
    numbers.forEach((name, number) -> entries.put(name, Value.whole(number)));
    return new Value.Entries(entries);
  }

  /** The sources that changed after a revision was opened, or after a later one. */
  public Set<RecordId> changedSince(long revision) {
    return sources.entrySet().stream()
        .filter(entry -> entry.getValue() >= revision)
        .flatMap(entry -> RecordId.parse(entry.getKey()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A handoff has one approval, and so has an order to take it back. */
  public static RecordId idOf(RecordId handoffOrOrder) {
    return new RecordId(Uuids.reserved("approval/" + handoffOrOrder));
  }

  /** Votes as the field holds them. */
  public static Value votes(List<Cast> votes) {
    return new Value.Items(votes.stream().map(Cast::toValue).toList());
  }

  /** Whether votes on its packet are taken. */
  public boolean isOpen() {
    return state == ApprovalState.OPEN;
  }
}
