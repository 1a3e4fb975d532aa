package dev.throughline.model.people;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.kind.Family;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.kind.FieldType.TextOf;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.PersonalClass;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Somebody of the team: one who has signed in, or who is expected to.
 *
 * @param name as the provider gives it; empty until the first sign-in
 * @param login the name with which the provider knows the person, for inviting somebody
 * @param subject stands for who signed in, see {@link #subjectOf}; empty until then. Only the
 *     server writes it
 * @param roles by their names on the wire, as they were when the person signed in last. Only the
 *     server writes them
 */
public record Person(RecordId id, String name, String login, String subject, Set<String> roles) {
  public static final String NAME = "name";
  public static final String LOGIN = "login";
  public static final String SUBJECT = "subject";
  public static final String ROLES = "roles";

  /** What only the server writes. */
  public static final Set<String> OF_SERVER = Set.of(SUBJECT, ROLES);

  /** As long as a login may be. */
  public static final int LOGIN_LENGTH_MAX = 200;

  public static final Kind KIND =
      new Kind(
              "person",
              Family.MEMORY,
              "",
              NAME,
              List.of(
                  Field.latest(NAME, new TextOf(100), PersonalClass.PERSONAL),
                  Field.latest(LOGIN, new TextOf(LOGIN_LENGTH_MAX), PersonalClass.PERSONAL),
                  Field.latest(SUBJECT, new TextOf(36), PersonalClass.POINTER),
                  Field.set(ROLES, 20, 60, PersonalClass.NEVER)))
          // Whoever was removed must not come back because their name was written down meanwhile.
          .withFirmTrash();

  /** What stands for a person of a provider, derived from issuer and the provider's own name. */
  public static String subjectOf(String issuer, String subject) {
    return Uuids.derived("subject/" + issuer + '\0' + subject).toString();
  }

  /** Two servers that meet one person for the first time write one record. */
  public static RecordId idOf(String subject) {
    return new RecordId(Uuids.reserved("person/" + subject));
  }

  /** Two key administrators who invite one person write one record. */
  public static RecordId invited(String login) {
    return new RecordId(Uuids.reserved("invited/" + login.strip().toLowerCase(Locale.ROOT)));
  }

  public static Person from(RecordId id, Map<String, Value> values) {
    FieldMap fields = new FieldMap(values);
    return new Person(
        id, fields.text(NAME), fields.text(LOGIN), fields.text(SUBJECT), fields.texts(ROLES));
  }

  /** What others call the person. */
  public String called() {
    return name.isEmpty() ? login : name;
  }
}
