package dev.throughline.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.people.Level;
import dev.throughline.model.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A comment is seen and written by those who may read what it is about, and by nobody else. */
class CommentAccessTest {
  private static final String KIND = Comment.KIND.name();
  private final Map<RecordId, Scopes.Link> links = new HashMap<>();
  private final RecordId study = record("study", "", Optional.empty(), "");
  private final RecordId open = record("interview", "study", Optional.of(study), "open");
  private final RecordId secret = record("interview", "study", Optional.of(study), "restricted");
  private final RecordId person = record("participant", "study", Optional.of(study), "");

  private RecordId record(String kind, String up, Optional<RecordId> above, String sensitivity) {
    RecordId id = new RecordId(Uuids.derived(kind + up + sensitivity + links.size()));
    Map<String, Value> fields = new HashMap<>();
    above.ifPresent(its -> fields.put(up, Value.text(its.toString())));
    fields.put("sensitivity", Value.text(sensitivity));
    links.put(id, Scopes.link(kind, fields));
    return id;
  }

  private Scope on(RecordId about) {
    RecordId comment = record(KIND, Comment.ABOUT, Optional.of(about), "");
    return Scopes.scope(
        comment,
        Optional.ofNullable(links.get(comment)).orElseThrow(),
        id -> Optional.ofNullable(links.get(id)));
  }

  private static Access as(Role role, Grants grants) {
    return Access.of(Set.of(role)).within(grants);
  }

  private Grants of(Level level) {
    return new Grants(Level.NONE, Map.of(study, level));
  }

  private static boolean writes(Access access, Scope scope) {
    return access.writeAt(scope, KIND) instanceof Access.Decision.Allowed;
  }

  @Test
  void itIsInTheStudyOfWhatItIsAbout() {
    assertThat(on(open)).isEqualTo(new Scope(Optional.of(study), false, Optional.of("interview")));
    assertThat(on(secret).restricted()).isTrue();
    assertThat(on(study)).isEqualTo(new Scope(Optional.of(study), false, Optional.of("study")));
    RecordId transcript = record("transcript", "interview", Optional.of(secret), "");
    RecordId turn = record("segment", "transcript", Optional.of(transcript), "");
    assertThat(on(turn)).isEqualTo(new Scope(Optional.of(study), true, Optional.of("segment")));
  }

  @Test
  void withoutAGrantForTheStudyNobodySeesIt() {
    Access outside = as(Role.RESEARCHER, of(Level.NONE));
    assertThat(outside.mayRead(KIND, on(open))).isFalse();
    assertThat(writes(outside, on(open))).isFalse();
    assertThat(outside.mayRead(KIND, on(study))).isFalse();
  }

  @Test
  void onARestrictedInterviewOnlyThoseSeeItWhoseGrantReachesThatFar() {
    assertThat(as(Role.RESEARCHER, of(Level.OPEN)).mayRead(KIND, on(secret))).isFalse();
    assertThat(as(Role.RESEARCHER, of(Level.OPEN)).mayRead(KIND, on(open))).isTrue();
    assertThat(as(Role.RESEARCHER, of(Level.RESTRICTED)).mayRead(KIND, on(secret))).isTrue();
  }

  @Test
  void approversCommentOnStudiesAndHearNothingOfInterviews() {
    Access approver = as(Role.APPROVER, Grants.EVERYWHERE);
    assertThat(writes(approver, on(study))).isTrue();
    assertThat(approver.mayRead(KIND, on(study))).isTrue();
    assertThat(approver.mayRead(KIND, on(open))).isFalse();
    assertThat(approver.mayRead(KIND, on(person))).isFalse();
    assertThat(approver.isAlike(KIND)).as("so each has to be looked at").isFalse();
    assertThat(approver.writeAt(on(open), KIND))
        .isEqualTo(new Access.Decision.Refused("An approver has no access to interviews."));
  }

  @Test
  void productManagersCommentOnInterviewsTheyOnlyRead() {
    Access manager = as(Role.PRODUCT_MANAGER, of(Level.OPEN));
    assertThat(writes(manager, on(open))).isTrue();
    assertThat(manager.writeAt(new Scope(Optional.of(study), false), "interview"))
        .isInstanceOf(Access.Decision.Refused.class);
  }

  @Test
  void aboutRescuedWorkOnlyOwnersSeeIt() {
    Scope rescued = on(record("rescue", "study", Optional.of(study), ""));
    Access researcher = as(Role.RESEARCHER, Grants.EVERYWHERE);
    assertThat(researcher.mayRead(KIND, rescued)).isFalse();
    assertThat(researcher.isAlike(KIND)).as("so each has to be looked at").isFalse();
    assertThat(as(Role.RESEARCHER, of(Level.OWNER)).mayRead(KIND, rescued)).isTrue();
    assertThat(Access.EVERYTHING.isAlike(KIND)).isTrue();
  }

  @Test
  void dutiesWithoutDataRightsHaveNoPartInIt() {
    for (Role role : Set.of(Role.AUDITOR, Role.KEY_ADMIN, Role.INCIDENT_LEAD)) {
      assertThat(as(role, Grants.EVERYWHERE).mayRead(KIND)).as(role.words()).isFalse();
    }
  }

  @Test
  void aboutSomethingUnknownOnlyThoseSeeItWhoReadEverything() {
    Scope nowhere = on(new RecordId(Uuids.derived("nowhere")));
    Scope twice = on(record(KIND, Comment.ABOUT, Optional.of(open), ""));
    for (Scope scope : Set.of(nowhere, twice)) {
      assertThat(as(Role.APPROVER, Grants.EVERYWHERE).mayRead(KIND, scope)).isFalse();
      assertThat(as(Role.RESEARCHER, Grants.EVERYWHERE).mayRead(KIND, scope)).isTrue();
      assertThat(as(Role.RESEARCHER, new Grants(Level.NONE, Map.of())).mayRead(KIND, scope))
          .isFalse();
    }
  }

  @Test
  void aWayThatIsLongerThanAnyIsTakenForRestricted() {
    RecordId last = secret;
    for (int i = 0; i <= Scopes.STEPS_MAX; i++) {
      last = record(KIND, Comment.ABOUT, Optional.of(last), "");
    }
    assertThat(as(Role.RESEARCHER, new Grants(Level.OPEN, Map.of())).mayRead(KIND, on(last)))
        .isFalse();
  }
}
