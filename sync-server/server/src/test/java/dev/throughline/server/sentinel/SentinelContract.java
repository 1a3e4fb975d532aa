package dev.throughline.server.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a SentinelNet says of handoffs, whoever it is. */
abstract class SentinelContract {
  static final String REGISTER = "handoff.register";

  abstract Sentinel sentinel();

  static Json.Members object(Map<String, Json> members) {
    return new Json.Members(new TreeMap<>(members));
  }

  static Json texts(String... texts) {
    return new Json.Items(Arrays.stream(texts).<Json>map(Json.Text::new).toList());
  }

  /** A handoff of that class with that text in its manifest. */
  static Json.Members resource(String text, String... dataClasses) {
    Json feature = object(Map.of("text", new Json.Text(text)));
    return object(
        Map.of(
            "id", new Json.Text("handoff-7"),
            "version", new Json.Number(3),
            "digest", new Json.Text("ab".repeat(32)),
            "dataClasses", texts(dataClasses),
            "manifest", object(Map.of("features", new Json.Items(List.of(feature))))));
  }

  static Question question(String action, Json.Members resource, String... signedRoles) {
    Json.Members context = object(Map.of("signedRoles", texts(signedRoles)));
    return new Question("request-1", action, "throughline", resource, context, false);
  }

  Ruling ruling(Question question) {
    Answer<Ruling> answer = sentinel().check(question);
    assertThat(answer).isInstanceOf(Answer.Given.class);
    return ((Answer.Given<Ruling>) answer).value();
  }

  private Decision decision(Json.Members resource, String... signedRoles) {
    return ruling(question(REGISTER, resource, signedRoles)).decision();
  }

  @Test
  void whatTouchesNoDataIsAllowed() {
    Ruling ruling = ruling(question(REGISTER, resource("a button", "none")));
    assertThat(ruling.decision()).isEqualTo(Decision.ALLOW);
    assertThat(ruling.policyId()).isEqualTo("handoff-data");
    assertThat(ruling.policyVersion()).isEqualTo("1");
    assertThat(decision(resource("a button", "pointers"))).isEqualTo(Decision.ALLOW);
  }

  @Test
  void whatNobodyDeclaredIsDenied() {
    assertThat(decision(resource("a button", "unknown"))).isEqualTo(Decision.DENY);
    assertThat(decision(resource("a button", "unknown"), "PrivacyOfficer"))
        .isEqualTo(Decision.DENY);
    assertThat(decision(resource("a button"))).isEqualTo(Decision.DENY);
    assertThat(decision(resource("a button", "some"))).isEqualTo(Decision.DENY);
    assertThat(decision(object(Map.of()))).isEqualTo(Decision.DENY);
  }

  @Test
  void personalDataTakesASignatureOfWhoAnswersForThem() {
    Json.Members personal = resource("write to ann@example.org", "personal");
    assertThat(decision(personal)).isEqualTo(Decision.DENY);
    assertThat(decision(personal, "Approver", "TechnicalLead")).isEqualTo(Decision.DENY);
    assertThat(decision(personal, "Approver", "LegalReviewer")).isEqualTo(Decision.ALLOW);
    assertThat(decision(personal, "PrivacyOfficer")).isEqualTo(Decision.ALLOW);
  }

  @Test
  void dataThatAreThereAndNotDeclaredAreDenied() {
    Json.Members resource = resource("write to ann@example.org", "none");
    Ruling ruling = ruling(question(REGISTER, resource, "PrivacyOfficer"));
    assertThat(ruling.decision()).isEqualTo(Decision.DENY);
    assertThat(ruling.reason()).isNotBlank();
    assertThat(ruling.rationale()).isNotEmpty();
    assertThat(ruling.toString()).doesNotContain("ann@");
  }

  @Test
  void whatIsNotKnownIsDenied() {
    assertThat(ruling(question("handoff.delete", resource("a button", "none"))).decision())
        .isEqualTo(Decision.DENY);
  }

  @Test
  void theSameQuestionIsRuledAlike() {
    Question question = question(REGISTER, resource("ann@example.org", "pointers"));
    assertThat(ruling(question)).isEqualTo(ruling(question));
    Question simulated =
        new Question(
            "request-2", REGISTER, "throughline", question.resource(), question.context(), true);
    assertThat(ruling(simulated)).isEqualTo(ruling(question));
  }

  @Test
  void aQuestionWithoutAnIdIsRefused() {
    Question nameless =
        new Question("", REGISTER, "throughline", resource("x", "none"), object(Map.of()), false);
    assertThat(sentinel().check(nameless))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.code()).isEqualTo("malformed"));
  }
}
