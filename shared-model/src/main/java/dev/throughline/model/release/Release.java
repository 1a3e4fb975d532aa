package dev.throughline.model.release;

import dev.throughline.model.approval.Approval;
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

/**
 * A packet on its way to production. Only the server writes it, each step in a transaction that
 * looks whether it is still the next one.
 *
 * @param packet what goes out
 * @param caseDigest what was signed; spent by this release and good for nothing else
 * @param generation 1 at first, one more each time it goes out or is tested again
 * @param verdict what SentinelNet said, as a document in canonical form; empty before
 * @param verdictSignature the number of Kernel's signature of the verdict; empty before
 * @param signature the number of Kernel's signature of the manifest; empty before
 * @param startedAt when the signatures were spent, in milliseconds since the epoch
 * @param since when it came into its state, likewise
 * @param verifiedAt when it had passed everything, likewise; 0 before
 * @param results of its checks, in this generation
 * @param votes those that were spent
 * @param order by which it is, or was, taken back or brought back
 * @param told what people were told of
 */
public record Release(
    RecordId id,
    Optional<RecordId> handoff,
    Optional<RecordId> packet,
    ReleaseState state,
    Waits waits,
    String caseDigest,
    long generation,
    String verdict,
    String verdictSignature,
    String signature,
    long startedAt,
    long since,
    long verifiedAt,
    List<CheckResult.Taken> results,
    List<Approval.Cast> votes,
    Optional<RecordId> order,
    Set<String> told) {
  public static final String HANDOFF = "handoff";
  public static final String PACKET = "packet";
  public static final String STATE = "state";
  public static final String WAITS = "waits";
  public static final String CASE_DIGEST = "caseDigest";
  public static final String GENERATION = "generation";
  public static final String VERDICT = "verdict";
  public static final String VERDICT_SIGNATURE = "verdictSignature";
  public static final String SIGNATURE = "signature";
  public static final String STARTED_AT = "startedAt";
  public static final String SINCE = "since";
  public static final String VERIFIED_AT = "verifiedAt";
  public static final String RESULTS = "results";
  public static final String VOTES = "votes";
  public static final String ORDER = "order";
  public static final String TOLD = "told";

  public static final int VERDICT_LENGTH_MAX = 20_000;

  private static final int DIGEST_LENGTH = 64;
  private static final int SIGNATURE_LENGTH_MAX = 300;
  private static final int TOLD_MAX = 100;
  private static final int TOLD_LENGTH = 60;

  public static final Kind KIND =
      new Kind(
          "release",
          Family.PRODUCT,
          HANDOFF,
          "",
          List.of(
              Field.reference(HANDOFF, "handoff"),
              Field.reference(PACKET, "packet"),
              Field.latest(STATE, Choices.of(ReleaseState.class), PersonalClass.NEVER),
              Field.latest(WAITS, Choices.of(Waits.class), PersonalClass.NEVER),
              Field.latest(CASE_DIGEST, new TextOf(DIGEST_LENGTH), PersonalClass.NEVER),
              Field.latest(GENERATION, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(VERDICT, new TextOf(VERDICT_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(
                  VERDICT_SIGNATURE, new TextOf(SIGNATURE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(SIGNATURE, new TextOf(SIGNATURE_LENGTH_MAX), PersonalClass.NEVER),
              Field.latest(STARTED_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(SINCE, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(VERIFIED_AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER),
              Field.latest(RESULTS, new Anything(), PersonalClass.POINTER),
              Field.latest(VOTES, new Anything(), PersonalClass.POINTER),
              Field.reference(ORDER, "rollback-order"),
              Field.latest(TOLD, new Texts(TOLD_MAX, TOLD_LENGTH), PersonalClass.NEVER)));

  public static Release from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Release(
        id,
        fields.reference(HANDOFF),
        fields.reference(PACKET),
        ReleaseState.of(fields.text(STATE)),
        Waits.of(fields.text(WAITS)),
        fields.text(CASE_DIGEST),
        fields.whole(GENERATION).orElse(0L),
        fields.text(VERDICT),
        fields.text(VERDICT_SIGNATURE),
        fields.text(SIGNATURE),
        fields.whole(STARTED_AT).orElse(0L),
        fields.whole(SINCE).orElse(0L),
        fields.whole(VERIFIED_AT).orElse(0L),
        CheckResult.Taken.all(values.getOrDefault(RESULTS, Value.NOTHING)),
        Approval.Cast.all(values.getOrDefault(VOTES, Value.NOTHING)),
        fields.reference(ORDER),
        fields.texts(TOLD));
  }

  /** A packet goes out once. */
  public static RecordId idOf(RecordId packet) {
    return new RecordId(Uuids.reserved("release/" + packet));
  }

  /** What came out of a check in this generation; empty while it is awaited. */
  public Optional<CheckResult.Taken> result(RecordId check) {
    return results.stream().filter(one -> one.check().equals(check)).findFirst();
  }

  /** Whether it had passed everything and nobody took it back: then it may be gone back to. */
  public boolean isGood() {
    return verifiedAt > 0 && (state == ReleaseState.SUPERSEDED || state == ReleaseState.VERIFIED);
  }

  /** By which Kernel knows this generation. */
  public String upgrade() {
    return id + "-" + generation;
  }
}
