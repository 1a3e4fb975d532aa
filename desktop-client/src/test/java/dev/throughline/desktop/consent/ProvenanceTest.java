package dev.throughline.desktop.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Desk;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.recording.Bookmark;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.transcript.Segment;
import dev.throughline.model.transcript.Transcript;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir Path folder;
  private ClientWiring desk;

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("desk"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private RecordId make(String kind, Map<String, String> texts) {
    return Desk.make(desk, kind, texts);
  }

  private Provenance.Source of(RecordId id) {
    return new Provenance(desk.ledger().store()).of(desk.ledger().store().find(id).orElseThrow());
  }

  @Test
  void everyKindHasItsPlace() {
    Set<String> placed = new HashSet<>(Provenance.ELSEWHERE);
    List.of(
            Interview.KIND,
            Memo.KIND,
            Transcript.KIND,
            Segment.KIND,
            MediaKey.KIND,
            Recording.KIND,
            Bookmark.KIND,
            Comment.KIND,
            Conflict.KIND,
            Rescue.KIND)
        .forEach(kind -> placed.add(kind.name()));
    assertThat(Kinds.ALL.stream().map(Kind::name))
        .as("say in Provenance where the words of a new kind come from")
        .containsExactlyInAnyOrderElementsOf(placed);
  }

  @Test
  void wordsAreFollowedToTheirInterview() {
    String interview = make("interview", Map.of("title", "First look")).toString();
    String transcript = make("transcript", Map.of("interview", interview)).toString();
    RecordId turn = make("segment", Map.of("transcript", transcript, "text", "Too dear."));
    RecordId memo = make("memo", Map.of("interview", interview, "notes", "price"));
    var spoken = new Provenance.Source.Of(RecordId.of(interview), Wording.SPOKEN);
    var noted = new Provenance.Source.Of(RecordId.of(interview), Wording.NOTED);
    assertThat(of(turn)).isEqualTo(spoken);
    assertThat(of(memo)).isEqualTo(noted);
    assertThat(of(make("conflict", Map.of("record", turn.toString())))).isEqualTo(spoken);
    assertThat(of(make("conflict", Map.of("record", memo.toString())))).isEqualTo(noted);
  }

  @Test
  void whatColleaguesSayGoesWhereTheWordsTheySpeakOfGo() {
    String interview = make("interview", Map.of("title", "First look")).toString();
    String study = make("study", Map.of("title", "Tariffs")).toString();
    RecordId quoting = make("comment", Map.of("about", interview, "text", "She said too dear"));
    assertThat(of(quoting))
        .isEqualTo(new Provenance.Source.Of(RecordId.of(interview), Wording.NOTED));
    assertThat(of(make("comment", Map.of("about", study, "text", "Whom do we ask next?"))))
        .isEqualTo(new Provenance.Source.Unknown(Wording.NOTED));
    RecordId who = make("participant", Map.of("pseudonym", "P-07"));
    var ofPerson = new Provenance.Source.OfPerson(who, Wording.NOTED);
    assertThat(of(make("comment", Map.of("about", who.toString())))).isEqualTo(ofPerson);
    String consent = make("consent", Map.of("participant", who.toString())).toString();
    RecordId asked = make("comment", Map.of("about", consent));
    assertThat(of(asked)).isEqualTo(ofPerson);
    assertThat(of(make("conflict", Map.of("record", asked.toString())))).isEqualTo(ofPerson);
    String tick = make("coverage", Map.of("interview", interview)).toString();
    assertThat(of(make("comment", Map.of("about", tick))))
        .isEqualTo(new Provenance.Source.Of(RecordId.of(interview), Wording.NOTED));
    assertThat(of(make("comment", Map.of("text", "lost"))))
        .isEqualTo(new Provenance.Source.Unknown(Wording.SPOKEN));
  }

  @Test
  void wordsThatLostTheirInterviewBelongToNobodyWhoAgreed() {
    String nowhere = desk.ledger().newRecord().toString();
    assertThat(of(make("memo", Map.of("notes", "lost"))))
        .isEqualTo(new Provenance.Source.Unknown(Wording.NOTED));
    assertThat(of(make("segment", Map.of("transcript", nowhere, "text", "lost"))))
        .isEqualTo(new Provenance.Source.Unknown(Wording.SPOKEN));
    assertThat(of(make("conflict", Map.of("record", nowhere))))
        .isEqualTo(new Provenance.Source.Unknown(Wording.SPOKEN));
  }

  @Test
  void kindOfALaterVersionBelongsToWhatItPointsTo() {
    String interview = make("interview", Map.of("title", "First look")).toString();
    String transcript = make("transcript", Map.of("interview", interview)).toString();
    String turn = make("segment", Map.of("transcript", transcript)).toString();
    assertThat(of(make("highlight", Map.of("turn", turn, "words", "Too dear."))))
        .isEqualTo(new Provenance.Source.Of(RecordId.of(interview), Wording.SPOKEN));
    assertThat(of(make("sketch", Map.of("strokes", "none"))))
        .isEqualTo(new Provenance.Source.Elsewhere());
  }

  @Test
  void whatIsKnownOfAPersonComesFromNoInterview() {
    RecordId who = make(Participant.KIND.name(), Map.of("pseudonym", "P-07"));
    assertThat(of(who)).isEqualTo(new Provenance.Source.Elsewhere());
    assertThat(of(make("conflict", Map.of("record", who.toString()))))
        .isEqualTo(new Provenance.Source.Elsewhere());
  }
}
