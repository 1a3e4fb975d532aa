package dev.throughline.desktop.app;

import dev.throughline.desktop.participant.ParticipantsPage;
import dev.throughline.desktop.participant.ParticipantsViewModel;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.study.StudyListPage;
import dev.throughline.desktop.study.StudyPage;
import dev.throughline.desktop.study.StudyViewModel;
import dev.throughline.model.id.RecordId;
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
  private Optional<StudyViewModel> study = Optional.empty();

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
    study = Optional.of(model);
    return new StudyPage(model);
  }

  private Region participants(Optional<RecordId> person) {
    if (people == null || participants == null) {
      people = models.planning().participants(models.interviews(), exits.openSession());
      participants = new ParticipantsPage(people);
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

  /** Lets go of the study that was shown. */
  void close() {
    study.ifPresent(StudyViewModel::close);
    study = Optional.empty();
  }
}
