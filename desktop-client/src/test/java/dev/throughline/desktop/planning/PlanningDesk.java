package dev.throughline.desktop.planning;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.UI;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.comment.CommentDesk;
import dev.throughline.desktop.comment.CommentParts;
import dev.throughline.desktop.comment.CommentsViewModel;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.consent.ConsentParts;
import dev.throughline.desktop.consent.ConsentViewModel;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.consent.FakeClipboard;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.guide.GuideParts;
import dev.throughline.desktop.guide.Guides;
import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.participant.ParticipantParts;
import dev.throughline.desktop.participant.Participants;
import dev.throughline.desktop.participant.ParticipantsViewModel;
import dev.throughline.desktop.people.AccessParts;
import dev.throughline.desktop.people.Team;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.study.StudyListViewModel;
import dev.throughline.desktop.study.StudyParts;
import dev.throughline.desktop.study.StudyViewModel;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Planning over a real profile, with every way out written down. */
public final class PlanningDesk {
  public final FieldDesk field;
  public final InterviewList list;
  public final Steps steps;
  public final Guides guides;
  public final Participants people;
  public final List<RecordId> opened = new ArrayList<>();
  public final List<RecordId> participants = new ArrayList<>();
  public final List<RecordId> studies = new ArrayList<>();
  public final List<Optional<Gap>> gaps = new ArrayList<>();
  public final List<RecordId> offline = new ArrayList<>();
  public int left;

  public PlanningDesk(FieldDesk field) {
    this.field = field;
    this.list = field.list();
    this.steps = new Steps(field.undo, AT_ONCE, UI, field.toasts::add);
    this.guides = new Guides(field.ledger);
    this.people = new Participants(field.ledger);
  }

  public GuideParts guide() {
    return new GuideParts(
        guides, steps, field.ledger.store(), AT_ONCE, UI, field.clock, () -> "Ines K.");
  }

  public final FakeClipboard clipboard = new FakeClipboard();

  public ConsentParts consent() {
    var store = field.ledger.store();
    ClipDesk clips =
        new ClipDesk(
            new Rulings(store, field.clock), clipboard, AT_ONCE, UI, field.toasts::add, "desk");
    return new ConsentParts(new Consents(store), steps, store, AT_ONCE, UI, field.clock, clips);
  }

  public StudyExits exits() {
    return new StudyExits(
        opened::add,
        participants::add,
        studies::add,
        (_, gap) -> gaps.add(gap),
        () -> left++,
        new StudyExits.Offline() {
          @Override
          public void make(RecordId study) {
            offline.add(study);
          }

          @Override
          public void letGo(RecordId study) {
            offline.remove(study);
          }

          @Override
          public String words(RecordId study) {
            return offline.contains(study) ? "kept offline" : "";
          }

          @Override
          public boolean isPossible(RecordId study) {
            return !offline.contains(study);
          }

          @Override
          public boolean isWanted(RecordId study) {
            return offline.contains(study);
          }
        });
  }

  public PlanViewModel plan() {
    return new PlanViewModel(
        new PlanParts(
            new Plans(field.ledger, people), field.studies::all, steps, AT_ONCE, UI, field.clock),
        field.toasts::add,
        opened::add);
  }

  public StudyViewModel study(RecordId id) {
    return new StudyViewModel(
        new StudyParts(field.studies, list, guide(), access(), comments()), exits(), plan(), id);
  }

  private CommentParts comments() {
    return CommentDesk.parts(field.ledger, steps, AT_ONCE, UI, field.clock);
  }

  private AccessParts access() {
    LocalStore store = field.ledger.store();
    return new AccessParts(new Team(store), steps, store, AT_ONCE, UI);
  }

  public StudyListViewModel studies() {
    return new StudyListViewModel(
        new StudyParts(field.studies, list, guide(), access(), comments()), exits());
  }

  public ParticipantsViewModel participants() {
    return new ParticipantsViewModel(
        new ParticipantParts(people, list, steps, field.ledger.store(), AT_ONCE, UI),
        new ConsentViewModel(consent()),
        new CommentsViewModel(comments()),
        opened::add);
  }
}
