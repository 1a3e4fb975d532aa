package dev.throughline.model.comment;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType;
import dev.throughline.model.kind.FieldType.Choice;
import dev.throughline.model.kind.FieldType.Number;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody says to their colleagues about a record. It belongs where that record belongs, and
 * only those see it who may read that record.
 *
 * @param about the record it is about; it never changes
 * @param aboutKind the kind of that record, for places where the record itself is not known
 * @param mentions people who are to see it; naming them gives them no access
 * @param answers the comment that begins the thread; empty for that comment itself
 * @param settledBy people who need no longer be told of it
 * @param author the record of whoever wrote it; empty where nobody signs in
 * @param by the name the author had then; empty when that was not known
 */
public record Comment(
    RecordId id,
    Optional<RecordId> about,
    String aboutKind,
    String text,
    Set<RecordId> mentions,
    Optional<RecordId> answers,
    Set<RecordId> settledBy,
    boolean isResolved,
    Optional<RecordId> author,
    String by,
    long atMillis) {
  public static final String ABOUT = "about";
  public static final String ABOUT_KIND = "aboutKind";
  public static final String TEXT = "text";
  public static final String MENTIONS = "mentions";
  public static final String ANSWERS = "answers";
  public static final String SETTLED_BY = "settledBy";
  public static final String STATE = "state";
  public static final String AUTHOR = "author";
  public static final String BY = "by";
  public static final String AT = "at";

  /** The state of a thread that is talked about, and of one that is done with. */
  public static final String OPEN = "open";

  public static final String RESOLVED = "resolved";

  /** As much as one comment may hold. */
  public static final int TEXT_LENGTH_MAX = 20_000;

  /** As many people as one comment may mention. */
  public static final int MENTIONS_MAX = 50;

  /** Stands between the name of who said it elsewhere and of who took it in here. */
  private static final String TAKEN_IN = ", imported by ";

  private static final int PEOPLE_MAX = 500;
  private static final int ID_LENGTH = 36;
  private static final int NAME_LENGTH_MAX = 100;
  private static final int KIND_LENGTH_MAX = 60;

  public static final Kind KIND =
      new Kind(
              "comment",
              Family.MEMORY,
              ABOUT,
              AT,
              List.of(
                  Field.reference(ABOUT, "record"),
                  Field.latest(ABOUT_KIND, new TextOf(KIND_LENGTH_MAX), PersonalClass.NEVER),
                  Field.longText(TEXT, TEXT_LENGTH_MAX, PersonalClass.PERSONAL),
                  Field.set(MENTIONS, MENTIONS_MAX, ID_LENGTH, PersonalClass.POINTER),
                  Field.reference(ANSWERS, "comment"),
                  Field.set(SETTLED_BY, PEOPLE_MAX, ID_LENGTH, PersonalClass.POINTER),
                  Field.latest(STATE, new Choice(List.of(OPEN, RESOLVED)), PersonalClass.NEVER),
                  Field.reference(AUTHOR, "person"),
                  Field.latest(BY, new TextOf(NAME_LENGTH_MAX), PersonalClass.PERSONAL),
                  Field.latest(AT, new Number(0, Long.MAX_VALUE), PersonalClass.NEVER)))
          // What its author took back nobody brings back by answering or settling it.
          .withFirmTrash();

  public Comment {
    mentions = Set.copyOf(mentions);
    settledBy = Set.copyOf(settledBy);
  }

  public static Comment from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Comment(
        id,
        fields.reference(ABOUT),
        fields.text(ABOUT_KIND),
        fields.text(TEXT),
        ids(fields.texts(MENTIONS)),
        fields.reference(ANSWERS),
        ids(fields.texts(SETTLED_BY)),
        fields.text(STATE).equals(RESOLVED),
        fields.reference(AUTHOR),
        fields.text(BY),
        fields.whole(AT).orElse(0L));
  }

  /** What is no id of a person names nobody. */
  private static Set<RecordId> ids(Set<String> texts) {
    return texts.stream()
        .flatMap(text -> new FieldMap(Map.of(AUTHOR, Value.text(text))).reference(AUTHOR).stream())
        .collect(Collectors.toSet());
  }

  /** The name for a comment that somebody takes in from elsewhere, where another said it. */
  public static String takenIn(String said, String takes) {
    String rest = TAKEN_IN + takes;
    return cut(said, Math.max(0, NAME_LENGTH_MAX - rest.length())) + rest;
  }

  /** Who said it elsewhere, where its author only took it in. */
  public Optional<String> saidElsewhere() {
    int at = by.lastIndexOf(TAKEN_IN);
    return at < 0 ? Optional.empty() : Optional.of(by.substring(0, at));
  }

  private static String cut(String text, int max) {
    boolean isSplit =
        text.length() > max && max > 0 && Character.isHighSurrogate(text.charAt(max - 1));
    return text.substring(0, Math.min(text.length(), isSplit ? max - 1 : max));
  }

  /** The fields a new comment is made of. */
  public Map<String, Value> toFields() {
    Map<String, Value> fields = new HashMap<>();
    about.ifPresent(its -> fields.put(ABOUT, Value.text(its.toString())));
    fields.put(ABOUT_KIND, Value.text(aboutKind));
    fields.put(TEXT, Value.text(text));
    fields.put(MENTIONS, people(mentions));
    answers.ifPresent(its -> fields.put(ANSWERS, Value.text(its.toString())));
    fields.put(SETTLED_BY, people(settledBy));
    fields.put(STATE, Value.text(isResolved ? RESOLVED : OPEN));
    author.ifPresent(its -> fields.put(AUTHOR, Value.text(its.toString())));
    fields.put(BY, Value.text(cut(by, NAME_LENGTH_MAX)));
    fields.put(AT, Value.whole(atMillis));
    return fields;
  }

  /** People as a field holds them. */
  public static Value people(Set<RecordId> people) {
    return FieldType.Texts.of(people.stream().map(RecordId::toString).toList());
  }
}
