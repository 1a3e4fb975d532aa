package dev.throughline.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.Op;
import dev.throughline.model.sync.Outcome;
import dev.throughline.server.TestDevice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who hears what is said, over HTTP. */
class CommentsIT extends GrantedTeam {
  private static RecordId say(TestDevice by, RecordId about, Optional<RecordId> author) {
    Map<String, String> fields = new HashMap<>();
    fields.put("about", about.toString());
    fields.put("text", "Is it the same household?");
    author.ifPresent(who -> fields.put("author", who.toString()));
    return make(by, "comment", fields);
  }

  @Test
  void commentsAreDeliveredWithTheStudyAndGoWithIt() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    Set<RecordId> said =
        Set.of(
            say(ada, known.study(), person("Ada")),
            say(ada, known.interview(), person("Ada")),
            say(ada, known.segment(), person("Ada")),
            say(ada, known.participant(), person("Ada")));
    assertThat(seen(ben)).doesNotContainAnyElementsOf(said);
    Op mine = ben.put(TestDevice.newRecord(), "comment", 0, "about", "" + known.interview());
    assertThat(refusal(ben.send(mine)))
        .isEqualTo("You have no access to the study this belongs to.");
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    assertThat(seen(ben)).containsAll(said);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.NONE);
    assertThat(seen(ben)).doesNotContainAnyElementsOf(said);
  }

  @Test
  void commentsOnARestrictedInterviewAreAsRestricted() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    RecordId said = say(ada, known.interview(), person("Ada"));
    RecordId quoted = say(ada, known.segment(), person("Ada"));
    RecordId open = say(ada, known.study(), person("Ada"));
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    assertThat(seen(ben)).contains(said, quoted, open);
    long head = ada.hello().head();
    ada.send(ada.put(known.interview(), "interview", head, "sensitivity", "restricted"));
    assertThat(seen(ben)).contains(open).doesNotContain(said, quoted);
    assertThat(seen(ada)).contains(said, quoted, open);
  }

  @Test
  void approversHearWhatIsSaidOfTheStudyAndNothingOfInterviews() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice amy = device("Amy", "Approver");
    Known known = Known.by(ada);
    grant(ada, person("Amy"), Optional.of(known.study()), Level.RESTRICTED);
    RecordId ofStudy = say(ada, known.study(), person("Ada"));
    RecordId ofInterview = say(ada, known.interview(), person("Ada"));
    RecordId nested = say(ada, ofInterview, person("Ada"));
    assertThat(seen(amy)).contains(ofStudy).doesNotContain(ofInterview, nested);
    say(amy, known.study(), person("Amy"));
    Op about = amy.put(TestDevice.newRecord(), "comment", 0, "about", "" + known.interview());
    assertThat(refusal(amy.send(about))).isEqualTo("An approver has no access to interviews.");
  }

  @Test
  void nobodySpeaksForOthersOrChangesTheirWords() throws Exception {
    TestDevice ada = device("Ada", "Researcher");
    TestDevice ben = device("Ben", "Researcher");
    Known known = Known.by(ada);
    grant(ada, person("Ben"), Optional.of(known.study()), Level.OPEN);
    RecordId said = say(ada, known.interview(), person("Ada"));
    long head = ben.hello().head();
    String forged = person("Ada").orElseThrow().toString();
    assertThat(refusal(ben.send(ben.put(TestDevice.newRecord(), "comment", 0, "author", forged))))
        .isEqualTo("A comment is written under one's own name.");
    for (Op op :
        Set.of(ben.put(said, "comment", head, "text", "No."), ben.trash(said, "comment", head))) {
      assertThat(refusal(ben.send(op)))
          .isEqualTo("Only who wrote a comment changes it or takes it away.");
    }
    assertThat(refusal(ada.send(ada.put(said, "comment", head, "about", "" + known.study()))))
        .isEqualTo("A comment stays with what it is about, and with who wrote it.");
    assertThat(ben.send(ben.put(said, "comment", head, "state", "resolved")))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(ada.send(ada.trash(said, "comment", ada.hello().head())))
        .isInstanceOf(Outcome.Applied.class);
  }
}
