package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.handoff.Handoffs.Submitted;
import dev.throughline.desktop.idea.Chooser;
import dev.throughline.desktop.idea.Edits;
import dev.throughline.desktop.idea.TraceDesk;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.release.Aim;
import dev.throughline.desktop.release.ReleaseParts;
import dev.throughline.desktop.release.ReleaseViewModel;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.handoff.Basis;
import dev.throughline.model.handoff.ChecklistItem;
import dev.throughline.model.handoff.ChecklistTemplate;
import dev.throughline.model.handoff.Finding;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.ItemCheck;
import dev.throughline.model.handoff.ItemState;
import dev.throughline.model.handoff.Proof;
import dev.throughline.model.handoff.Section;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.release.Purpose;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One handoff, what stops it, and its submission. {@link #close} it when it is left. */
public final class HandoffViewModel {
  private final HandoffParts parts;
  private final HandoffExits exits;
  private final ProofDesk proofs;
  private final TraceDesk traces;
  private final RecordId id;
  private final ReadOnlyObjectWrapper<Optional<HandoffDetail>> detail =
      new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RecordId>> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone");
  private final Reread<Optional<HandoffDetail>> reading;
  private final Runnable deaf;
  private final Runnable listless;
  private final Runnable rightless;
  private final ReleaseViewModel releases;
  private final ReviewDesk reviews;
  private final SigningDesk signing;
  private Consumer<Finding> jump = _ -> {};
  private Optional<Finding> at = Optional.empty();
  private boolean isSubmitting;

  /**
   * @param chooser lets people choose records
   * @param id the handoff
   */
  public HandoffViewModel(HandoffParts parts, HandoffExits exits, Chooser chooser, RecordId id) {
    this.parts = parts;
    this.exits = exits;
    this.proofs = new ProofDesk(parts, exits, chooser);
    this.traces = new TraceDesk(parts.ideas(), chooser, exits.openSource(), exits.openRecord());
    this.id = id;
    this.releases =
        new ReleaseViewModel(
            new ReleaseParts(
                parts.releases(), parts.signing().keys(), parts.ideas().around(), this::openOrder));
    this.signing = new SigningDesk(parts, exits, traces, detail::get);
    this.reviews = new ReviewDesk(parts, this::said, chosenProperty());
    HandoffReader reader =
        new HandoffReader(
            parts.handoffs().store(),
            parts.ideas().rulings(),
            parts.signing().cases(),
            parts.ideas().list()::oneWith);
    this.reading = new Reread<>(parts.ideas().around(), () -> reader.read(id), this::take);
    // Consent, names and sources of proofs count as well, so every change may matter.
    this.deaf =
        parts.handoffs().store().onChange(_ -> parts.ideas().around().ui().run(reading::ask));
    this.listless = parts.ideas().list().onChange(reading::ask);
    this.rightless =
        parts
            .handoffs()
            .store()
            .rights()
            .onChange(() -> parts.ideas().around().ui().run(reading::ask));
    parts.ideas().list().start();
    reading.ask();
  }

  public RecordId id() {
    return id;
  }

  HandoffParts parts() {
    return parts;
  }

  Edits edits() {
    return parts.edits();
  }

  ReadOnlyObjectProperty<Optional<HandoffDetail>> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Whether the handoff was removed. */
  ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  /** The item whose details are shown. */
  ReadOnlyObjectProperty<Optional<RecordId>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  private void take(Optional<HandoffDetail> read) {
    if (read.isPresent()) {
      detail.set(read);
      releases.take(read.get().releases());
      Optional<RecordId> stays = chosen.get().filter(item -> read.get().item(item).isPresent());
      chosen.set(stays.or(() -> RoleSections.first(read.get())));
    }
    gone.set(read.isEmpty());
  }

  public void choose(RecordId item) {
    chosen.set(Optional.of(item));
  }

  /** Which item's details are shown. */
  public Optional<RecordId> chosenId() {
    return chosen.get();
  }

  /** The item whose details are shown, as it is now. */
  Optional<ChecklistItem> chosenItem() {
    return detail.get().flatMap(now -> now.item(chosen.get()));
  }

  /**
   * Calls back with what is to be shown when somebody goes to a finding.
   *
   * @param shower brings it into sight and gives it the focus
   */
  void onJump(Consumer<Finding> shower) {
    jump = shower;
  }

  /** What of it whoever looks can sign, and stop. */
  public SigningDesk signing() {
    return signing;
  }

  /** What those who are asked to sign say of the items. */
  ItemReviews said() {
    return detail.get().map(HandoffDetail::reviews).orElse(ItemReviews.NONE);
  }

  /** Where whoever is asked says it. */
  public ReviewDesk reviews() {
    return reviews;
  }

  /** What became of what was signed. */
  public ReleaseViewModel releases() {
    return releases;
  }

  private void openOrder(Aim aim, Purpose purpose) {
    exits.order().open(releases, aim, purpose);
  }

  /** Shows the source of what shows that the chosen item holds; else those of all evidence. */
  public void trace() {
    detail
        .get()
        .ifPresent(
            now ->
                chosen
                    .get()
                    .flatMap(now::item)
                    .ifPresentOrElse(
                        item -> new ItemTrace(traces).follow(item, now),
                        () -> new ItemTrace(traces).all(now)));
  }

  void jumpTo(Finding finding) {
    at = Optional.of(finding);
    finding.item().ifPresent(this::choose);
    jump.accept(finding);
  }

  /** Goes to the next thing that stops the submission, and after the last to the first. */
  public void next() {
    List<Finding> findings = detail.get().map(HandoffDetail::findings).orElse(List.of());
    if (!findings.isEmpty()) {
      int before = at.map(findings::indexOf).orElse(-1);
      jumpTo(findings.get((before + 1) % findings.size()));
    }
  }

  /** Whether something stops the submission. */
  public boolean isStopped() {
    return detail.get().filter(now -> !now.findings().isEmpty()).isPresent();
  }

  /** Whether it can be submitted now. */
  public boolean isSubmittable() {
    return !isSubmitting
        && !gone.get()
        && detail.get().filter(HandoffDetail::isSubmittable).isPresent();
  }

  /** Freezes the handoff as its next version. */
  public void submit() {
    if (!isSubmittable()) {
      return;
    }
    isSubmitting = true;
    HandoffDetail now = detail.get().orElseThrow();
    parts
        .ideas()
        .around()
        .background()
        .run(
            () -> {
              Submitted result =
                  parts.handoffs().submit(now.bundle(), now.nextVersion(), now.seen());
              parts.ideas().around().ui().run(() -> submitted(result));
            });
  }

  private void submitted(Submitted result) {
    isSubmitting = false;
    parts
        .ideas()
        .around()
        .toasts()
        .accept(
            switch (result) {
              case Submitted.Done(var packet) ->
                  Toast.done(
                      Texts.text("handoff.submitted", packet.version()),
                      Texts.text("handoff.submitted.detail"));
              case Submitted.TooLong() ->
                  Toast.failed(
                      Texts.text("handoff.submit.failed"), Texts.text("handoff.submit.tooLong"));
              case Submitted.NotSaved(var why) ->
                  Toast.failed(Texts.text("handoff.submit.failed"), why.sentence());
            });
  }

  /** Says how an item stands. */
  void setState(ChecklistItem item, ItemState state) {
    detail
        .get()
        .filter(now -> state != ItemState.READY || isSeen(item, now))
        .ifPresent(
            now ->
                edits()
                    .run(
                        "handoff.step.state." + state.wireName(),
                        () -> List.of(Handoffs.state(item, state, now.bundle())),
                        () -> {}));
  }

  /** Nobody says that something holds of which they cannot see what it rests on. */
  private boolean isSeen(ChecklistItem item, HandoffDetail now) {
    boolean isSeen = Basis.of(item, now.bundle()).isPresent();
    if (!isSeen) {
      parts
          .ideas()
          .around()
          .toasts()
          .accept(
              new Toast(
                  Toast.Kind.ATTENTION,
                  Texts.text("handoff.unseen"),
                  Texts.text("handoff.unseen.detail"),
                  List.of()));
    }
    return isSeen;
  }

  /** Marks the item whose details are shown as ready, or as open again. */
  public void toggleChosen() {
    detail
        .get()
        .flatMap(now -> chosen.get().flatMap(now::item))
        .ifPresent(
            check -> {
              boolean isReady =
                  check.item().state() == ItemState.READY
                      && check.standing() == ItemCheck.Standing.READY;
              setState(check.item(), isReady ? ItemState.OPEN : ItemState.READY);
            });
  }

  void addItem(Section section, String title, Runnable otherwise) {
    detail
        .get()
        .ifPresent(
            now ->
                edits()
                    .run(
                        "handoff.step.item",
                        () -> List.of(parts.handoffs().item(now.bundle(), section, title)),
                        otherwise));
  }

  /** Brings an item of the template back that was taken away. */
  void bringBack(String code) {
    ChecklistTemplate.USUAL.stream()
        .filter(line -> line.code().equals(code))
        .findFirst()
        .ifPresent(
            line ->
                edits()
                    .run(
                        "handoff.step.item",
                        () ->
                            List.of(parts.handoffs().item(parts.handoffs().newRecord(), id, line)),
                        () -> {}));
  }

  /** Adds what shows that the chosen item holds: words, an address, or both. */
  void addProof(String typed, Runnable otherwise) {
    chosen.get().ifPresent(item -> proofs.add(item, typed, otherwise));
  }

  /** Lets the person choose a record that shows that the chosen item holds. */
  public void attach() {
    RecordId idea = detail.get().map(now -> now.bundle().idea().id()).orElse(id);
    chosen.get().ifPresent(item -> proofs.attach(item, idea));
  }

  /** Shows what a proof leads to. */
  void open(Proof proof) {
    proofs.open(proof);
  }

  void openIdea() {
    detail.get().ifPresent(now -> exits.openRecord().accept(now.bundle().idea().id()));
  }

  public void openPlan() {
    detail.get().ifPresent(now -> exits.openPlan().accept(now.bundle().idea().id()));
  }

  public void history() {
    exits.history().accept(id);
  }

  public void trash() {
    edits().remove("handoff.step.trash", Handoff.KIND, id);
  }

  /** Adds a line below the handoff itself. */
  void make(String label, Kind kind, Map<String, Value> fields, Runnable otherwise) {
    edits().make(label, kind, id, fields, otherwise);
  }

  public void close() {
    reading.close();
    deaf.run();
    listless.run();
    rightless.run();
  }
}
