package dev.throughline.model.approval;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.signing.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs about a packet: an in-toto statement (v1) of our predicate. Members it does
 * not know are refused.
 *
 * @param subject the digest of the packet
 * @param handoff whose packet it is
 * @param person who signs
 * @param conditions what is still to be done; only with {@link Answer#GO_WITH_CONDITIONS}
 * @param note why; needed with {@link Answer#NO_GO}
 * @param claimedAt when it was signed, by the clock of the device: shown, and nothing rests on it
 */
public record Statement(
    String subject,
    RecordId handoff,
    String caseDigest,
    RecordId person,
    Answer answer,
    List<Condition> conditions,
    String note,
    long claimedAt) {
  /** The type of payload of envelopes that hold one. */
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  public static final int NOTE_LENGTH_MAX = 2_000;
  public static final int CONDITIONS_MAX = 20;
  public static final int CONDITION_LENGTH_MAX = 300;

  private static final String TYPE = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "https://throughline.dev/approval/v1";
  private static final Set<String> MEMBERS =
      Set.of("_type", "subject", "predicateType", "predicate");
  private static final Set<String> PREDICATE_MEMBERS =
      Set.of("caseDigest", "person", "answer", "conditions", "note", "claimedAt");

  /** Something that is still to be done, by somebody, by a day. */
  public record Condition(String text, Optional<RecordId> owner, LocalDate due) {}

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** The bytes that are signed. */
  public byte[] bytes() {
    TreeMap<String, Json> predicate = new TreeMap<>();
    predicate.put("caseDigest", new Json.Text(caseDigest));
    predicate.put("person", new Json.Text(person.toString()));
    predicate.put("answer", new Json.Text(answer.wireName()));
    predicate.put(
        "conditions", new Json.Items(conditions.stream().map(Statement::written).toList()));
    predicate.put("note", new Json.Text(note));
    predicate.put("claimedAt", new Json.Number(claimedAt));
    TreeMap<String, Json> all = new TreeMap<>();
    all.put("_type", new Json.Text(TYPE));
    all.put(
        "subject",
        new Json.Items(
            List.of(
                members(
                    Map.of(
                        "name",
                        new Json.Text(handoff.toString()),
                        "digest",
                        members(Map.of("sha256", new Json.Text(subject))))))));
    all.put("predicateType", new Json.Text(PREDICATE));
    all.put("predicate", new Json.Members(predicate));
    return new Json.Members(all).canonical();
  }

  private static Json members(Map<String, Json> of) {
    return new Json.Members(new TreeMap<>(of));
  }

  private static Json written(Condition one) {
    return members(
        Map.of(
            "text",
            new Json.Text(one.text()),
            "owner",
            one.owner().<Json>map(id -> new Json.Text(id.toString())).orElse(new Json.Nothing()),
            "due",
            new Json.Text(one.due().toString())));
  }

  /** Reads what was signed; empty for what is no statement of ours, or says too little. */
  public static Optional<Statement> parse(byte[] bytes) {
    return Json.parse(bytes) instanceof Json.Parsed.Read(Json.Members(var all))
            && all.keySet().equals(MEMBERS)
            && new Json.Text(TYPE).equals(all.get("_type"))
            && new Json.Text(PREDICATE).equals(all.get("predicateType"))
            && all.get("subject") instanceof Json.Items(var subjects)
            && subjects.size() == 1
            && subjects.getFirst() instanceof Json.Members(var subject)
            && subject.keySet().equals(Set.of("name", "digest"))
            && subject.get("digest") instanceof Json.Members(var digest)
            && digest.keySet().equals(Set.of("sha256"))
            && all.get("predicate") instanceof Json.Members(var predicate)
            && predicate.keySet().equals(PREDICATE_MEMBERS)
        ? read(text(digest.get("sha256")), text(subject.get("name")), predicate)
        : Optional.empty();
  }

  private static Optional<Statement> read(
      String subject, String handoff, Map<String, Json> predicate) {
    Answer answer = Answer.of(text(predicate.get("answer")));
    Optional<RecordId> about = RecordId.parse(handoff);
    Optional<RecordId> person = RecordId.parse(text(predicate.get("person")));
    Optional<List<Condition>> conditions = conditions(predicate.get("conditions"));
    boolean isKnown = answer.wireName().equals(text(predicate.get("answer")));
    if (!isKnown
        || about.isEmpty()
        || person.isEmpty()
        || conditions.isEmpty()
        || !(predicate.get("claimedAt") instanceof Json.Number(double claimedAt))) {
      return Optional.empty();
    }
    Statement read =
        new Statement(
            subject,
            about.get(),
            text(predicate.get("caseDigest")),
            person.get(),
            answer,
            conditions.get(),
            text(predicate.get("note")),
            (long) claimedAt);
    return read.isSound() ? Optional.of(read) : Optional.empty();
  }

  /** Whether it says what an answer of its kind has to say. */
  public boolean isSound() {
    boolean isFitting =
        note.length() <= NOTE_LENGTH_MAX
            && conditions.size() <= CONDITIONS_MAX
            && conditions.stream()
                .allMatch(
                    one -> !one.text().isBlank() && one.text().length() <= CONDITION_LENGTH_MAX);
    return isFitting
        && switch (answer) {
          case GO -> conditions.isEmpty();
          case GO_WITH_CONDITIONS -> !conditions.isEmpty();
          case NO_GO -> conditions.isEmpty() && !note.isBlank();
        };
  }

  private static Optional<List<Condition>> conditions(@Nullable Json json) {
    if (!(json instanceof Json.Items(var items))) {
      return Optional.empty();
    }
    List<Condition> all = new ArrayList<>();
    for (Json item : items) {
      if (!(item instanceof Json.Members(var members))
          || !members.keySet().equals(Set.of("text", "owner", "due"))) {
        return Optional.empty();
      }
      Optional<LocalDate> due = day(text(members.get("due")));
      if (due.isEmpty()) {
        return Optional.empty();
      }
      all.add(
          new Condition(
              text(members.get("text")), RecordId.parse(text(members.get("owner"))), due.get()));
    }
    return Optional.of(all);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text(String text) ? text : "";
  }
}
