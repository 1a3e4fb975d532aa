package dev.throughline.desktop.app;

import dev.throughline.desktop.approval.SignCases;
import dev.throughline.desktop.approval.SignDrafts;
import dev.throughline.desktop.approval.SignParts;
import dev.throughline.desktop.approval.Signing;
import dev.throughline.desktop.approval.SigningKeysViewModel;
import dev.throughline.desktop.command.Permissions;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.command.UndoLog;
import dev.throughline.desktop.comment.CommentParts;
import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.comment.CommentsViewModel;
import dev.throughline.desktop.comment.UnsentComments;
import dev.throughline.desktop.consent.ClipDesk;
import dev.throughline.desktop.consent.ConsentParts;
import dev.throughline.desktop.consent.ConsentViewModel;
import dev.throughline.desktop.guide.GuideParts;
import dev.throughline.desktop.home.HomeParts;
import dev.throughline.desktop.home.LastVisit;
import dev.throughline.desktop.idea.IdeaList;
import dev.throughline.desktop.idea.IdeaParts;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.SessionAround;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.participant.ParticipantParts;
import dev.throughline.desktop.participant.ParticipantsViewModel;
import dev.throughline.desktop.people.AccessParts;
import dev.throughline.desktop.people.Team;
import dev.throughline.desktop.planning.PlanParts;
import dev.throughline.desktop.planning.PlanViewModel;
import dev.throughline.desktop.planning.Plans;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.study.StudyExits;
import dev.throughline.desktop.study.StudyListViewModel;
import dev.throughline.desktop.study.StudyParts;
import dev.throughline.desktop.study.StudyViewModel;
import dev.throughline.desktop.ui.FxClipboard;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Cursor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Planning of one window: guides, studies, participants, consent, and where work stopped. */
final class PlanningModels {
  private final ClientWiring client;
  private final Background background;
  private final UiThread ui;
  private final Toasts toasts;
  private final Clock clock;
  private final Steps steps;
  private final ClipDesk clips;
  private final ResumeSettings resume;
  private final UnsentComments unsent;
  private final SignParts signing;
  private final Optional<LastVisit> lastVisit;

  PlanningModels(
      ClientWiring client, UndoLog undo, Background background, UiThread ui, Toasts toasts) {
    this.client = client;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    this.clock = client.clock().withZone(ZoneId.systemDefault());
    this.clips =
        new ClipDesk(
            client.rulings(),
            new FxClipboard(),
            background,
            ui,
            toasts,
            Integer.toHexString(client.profile().folder().hashCode()));
    this.steps = new Steps(undo, background, ui, toasts);
    this.resume = new ResumeSettings(client.settings());
    this.lastVisit = resume.lastVisit();
    this.unsent = client.unsentComments();
    this.signing = makeSigning();
  }

  /** Undoable steps of this window. */
  Steps steps() {
    return steps;
  }

  /** What view models need of the machine and of the window. */
  Surroundings surroundings() {
    ShownTime time = new ShownTime(client.clock(), ZoneId.systemDefault());
    return new Surroundings(background, ui, time, toasts);
  }

  /** The clipboard for words of interviews. */
  ClipDesk clips() {
    return clips;
  }

  private GuideParts guide() {
    return new GuideParts(
        client.guides(), steps, client.ledger().store(), background, ui, clock, client::author);
  }

  /** What lists of people who may see something work with. */
  AccessParts access() {
    LocalStore store = client.ledger().store();
    return new AccessParts(new Team(store), steps, store, background, ui);
  }

  private CommentParts comments() {
    LocalStore store = client.ledger().store();
    return new CommentParts(
        new Comments(store),
        client.saying(),
        new Team(store),
        unsent,
        steps,
        store,
        surroundings());
  }

  /** What lists and pages of ideas work with. */
  IdeaParts ideas(InterviewList list, Permissions permissions, ObservableValue<Boolean> hasServer) {
    return new IdeaParts(
        client.ideas(),
        new IdeaList(client.ledger().store(), background, ui),
        list,
        client.rulings(),
        steps,
        comments(),
        permissions,
        hasServer,
        surroundings());
  }

  private ConsentParts consent() {
    return new ConsentParts(
        client.consents(), steps, client.ledger().store(), background, ui, clock, clips);
  }

  /** What signing works with. */
  SignParts signing() {
    return signing;
  }

  private SignParts makeSigning() {
    Signing its = client.signing();
    Surroundings around = surroundings();
    return new SignParts(
        its,
        new SignCases(its, client.rulings(), around.time()),
        new SigningKeysViewModel(its, around),
        new SignDrafts(),
        around);
  }

  /** What stands around the notes of a session. */
  SessionAround around() {
    return new SessionAround(guide(), consent(), comments(), resume);
  }

  HomeParts home() {
    return new HomeParts(
        client.ledger().store(),
        client.mentions(),
        signing.cases(),
        resume,
        () -> lastVisit,
        background,
        ui,
        clock);
  }

  PlanViewModel plan(Consumer<RecordId> openSession) {
    Plans plans = new Plans(client.ledger(), client.participants());
    return new PlanViewModel(
        new PlanParts(plans, client.studies()::all, steps, background, ui, clock),
        toasts,
        openSession);
  }

  ParticipantsViewModel participants(InterviewList list, Consumer<RecordId> openSession) {
    return new ParticipantsViewModel(
        new ParticipantParts(
            client.participants(), list, steps, client.ledger().store(), background, ui),
        new ConsentViewModel(consent()),
        new CommentsViewModel(comments()),
        openSession);
  }

  StudyViewModel study(InterviewList list, StudyExits exits, RecordId id) {
    return new StudyViewModel(studies(list), exits, plan(exits.openSession()), id);
  }

  StudyListViewModel studies(InterviewList list, StudyExits exits) {
    return new StudyListViewModel(studies(list), exits);
  }

  private StudyParts studies(InterviewList list) {
    return new StudyParts(client.studies(), list, guide(), access(), comments());
  }

  /** Remembers how much was here when the profile was left. */
  void leave() {
    long seq = client.ledger().store().cursor().map(Cursor::seq).orElse(0L);
    resume.leave(new LastVisit(client.clock().millis(), seq));
  }
}
