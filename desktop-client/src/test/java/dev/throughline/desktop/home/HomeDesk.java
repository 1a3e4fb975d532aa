package dev.throughline.desktop.home;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.UI;

import dev.throughline.desktop.approval.FakeSigning;
import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.inbox.MentionIndex;
import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.desktop.interview.KeptPlaces;
import dev.throughline.desktop.interview.ResumePoint;
import dev.throughline.desktop.participant.Participants;
import dev.throughline.desktop.planning.PlanParts;
import dev.throughline.desktop.planning.PlanViewModel;
import dev.throughline.desktop.planning.Plans;
import dev.throughline.model.id.RecordId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Home over a real profile, with every way out written down. */
final class HomeDesk implements AutoCloseable {
  /** Friday, 20 November 2026, 17:40. */
  private static final long VISITED_AT = Instant.parse("2026-11-20T17:40:00Z").toEpochMilli();

  final FieldDesk field;
  final KeptAnswers answers = new KeptAnswers();
  final List<RecordId> opened = new ArrayList<>();
  final List<Gap> gaps = new ArrayList<>();
  final List<Path> imported = new ArrayList<>();
  final List<URI> joined = new ArrayList<>();
  final List<ResumePoint> resumed = new ArrayList<>();
  final List<RecordId> studies = new ArrayList<>();
  final KeptPlaces places = new KeptPlaces();
  Optional<LastVisit> visit = Optional.of(new LastVisit(VISITED_AT, 0));
  int waitingOpened;
  final InterviewList list;
  final HomeViewModel home;
  final SampleViewModel sample;
  final NameViewModel name;
  final FirstRunViewModel firstRun;

  HomeDesk(FieldDesk field) {
    this.field = field;
    list = field.list();
    HomeExits exits =
        new HomeExits(
            opened::add,
            resumed::add,
            studies::add,
            () -> waitingOpened++,
            gaps::add,
            imported::addAll,
            joined::add);
    Steps steps = new Steps(field.undo, AT_ONCE, UI, field.toasts::add);
    Plans plans = new Plans(field.ledger, new Participants(field.ledger));
    PlanViewModel plan =
        new PlanViewModel(
            new PlanParts(plans, field.studies::all, steps, AT_ONCE, UI, field.clock),
            field.toasts::add,
            opened::add);
    HomeParts parts =
        new HomeParts(
            field.ledger.store(),
            new MentionIndex(field.ledger.store()),
            FakeSigning.cases(field.ledger),
            places,
            () -> visit,
            AT_ONCE,
            UI,
            field.clock);
    home = new HomeViewModel(list, field.commands(), plan, parts, exits);
    sample = new SampleViewModel(field.samples, list, AT_ONCE, UI, field.toasts::add);
    name = new NameViewModel(answers, AT_ONCE, UI);
    firstRun = new FirstRunViewModel(answers, name, sample, AT_ONCE, HomeDesk::address, exits);
  }

  /** Stands in for the reading of addresses, which belongs to the composition root. */
  private static Optional<URI> address(String typed) {
    return typed.startsWith("http://") ? Optional.of(URI.create(typed)) : Optional.empty();
  }

  @Override
  public void close() {
    field.close();
  }
}
