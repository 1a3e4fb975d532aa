package dev.throughline.desktop.app;

import dev.throughline.desktop.participant.ParticipantsPage;
import dev.throughline.desktop.participant.ParticipantsViewModel;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.study.StudyListPage;
import dev.throughline.desktop.study.StudyPage;
import dev.throughline.desktop.study.StudyViewModel;
import dev.throughline.desktop.ui.WriteGate;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.study.Study;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The pages of the library that plan: studies and participants. Made when first asked for. */
final class PlanningPages {
  private final Models models;
  private final StudyExits exits;
  private @Nullable ParticipantsPage participants;
  private @Nullable ParticipantsViewModel people;
  private @Nullable StudyListPage studies;
  private Optional<Shown> study = Optional.empty();

  /** The study that is shown. */
  private record Shown(StudyViewModel model, StudyPage page) {}

  PlanningPages(Models models, StudyExits exits) {
    this.models = models;
    this.exits = exits;
  }

  /** The page of that name; empty when it is not one of these. */
  Optional<Region> page(String name) {
    Optional<RecordId> wanted = PlaceIds.studyOf(name);
    if (wanted.isPresent()) {
      return Optional.of(study(wanted.get()));
    }
    Optional<RecordId> person = PlaceIds.participantOf(name);
    if (name.equals(PlaceIds.PARTICIPANTS) || person.isPresent()) {
      return Optional.of(participants(person));
    }
    return name.equals(PlaceIds.STUDIES) ? Optional.of(studies()) : Optional.empty();
  }

  private Region study(RecordId id) {
    close();
    StudyViewModel model = models.planning().study(models.interviews(), exits, id);
    StudyPage page = new StudyPage(model);
    WriteGate.on(page, models.permissions().refusal(Study.KIND.name()));
    study = Optional.of(new Shown(model, page));
    return page;
  }

  private Region participants(Optional<RecordId> person) {
    if (people == null || participants == null) {
      people = models.planning().participants(models.interviews(), exits.openSession());
      participants = new ParticipantsPage(people);
      WriteGate.on(participants, models.permissions().refusal(Participant.KIND.name()));
    }
    person.ifPresent(people::select);
    return participants;
  }

  private Region studies() {
    if (studies == null) {
      studies = new StudyListPage(models.planning().studies(models.interviews(), exits));
    }
    return studies;
  }

  void newStudy() {
    models.planning().studies(models.interviews(), exits).create();
  }

  /** Puts the caret where the next topic of the shown study is typed. */
  void newTopic() {
    study.ifPresent(shown -> shown.page().typeNow());
  }

  /** Puts the caret where something is said about the shown study. */
  void commentOnStudy() {
    study.ifPresent(shown -> shown.page().comment());
  }

  /** Puts the caret where something is said about the participant that is looked at. */
  void commentOnPerson() {
    if (participants != null) {
      participants.comment();
    }
  }

  /** Goes to a comment on the page that is shown. */
  void showComment(RecordId comment) {
    if (study.isPresent()) {
      study.get().model().comments().reveal(comment);
    } else if (people != null) {
      people.comments().reveal(comment);
    }
  }

  void trashStudy() {
    study.ifPresent(shown -> shown.model().trash());
  }

  /** Makes a participant on the page that is shown. */
  void newParticipant() {
    if (people != null) {
      people.create();
    }
  }

  /** The participant that is looked at. */
  Optional<RecordId> person() {
    return people == null
        ? Optional.empty()
        : people.selectedProperty().get().map(row -> row.person().id());
  }

  /** Lets go of the study that was shown. */
  void close() {
    study.ifPresent(shown -> shown.model().close());
    study = Optional.empty();
  }
}
