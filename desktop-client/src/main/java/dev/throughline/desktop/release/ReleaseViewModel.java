package dev.throughline.desktop.release;

import dev.throughline.desktop.approval.OrderWords;
import dev.throughline.desktop.approval.SigningKeysViewModel;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.release.Releases.Ordered;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.release.CheckOutcome;
import dev.throughline.model.release.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What became of the versions of one handoff, and what can be done about it. UI thread only. */
public final class ReleaseViewModel {
  private final ReleaseParts parts;
  private final ReadOnlyObjectWrapper<Optional<ReleasesNow>> now =
      new ReadOnlyObjectWrapper<>(this, "now", Optional.empty());
  private final Map<RecordId, String> measured = new HashMap<>();
  private Optional<RecordId> chosen = Optional.empty();
  private boolean isBusy;

  public ReleaseViewModel(ReleaseParts parts) {
    this.parts = parts;
  }

  /** Goes on with what was read now. */
  public void take(ReleasesNow read) {
    now.set(Optional.of(read));
  }

  ReadOnlyObjectProperty<Optional<ReleasesNow>> nowProperty() {
    return now.getReadOnlyProperty();
  }

  ShownTime time() {
    return parts.around().time();
  }

  SigningKeysViewModel keys() {
    return parts.keys();
  }

  /** Says of a check that it is the one at hand. */
  void choose(RecordId check) {
    chosen = Optional.of(check);
  }

  /** Keeps what was typed as measured until the check is reported. */
  void measure(RecordId check, String value) {
    measured.put(check, value);
  }

  private Optional<CheckStand> atHand() {
    List<CheckStand> asked = now.get().map(ReleasesNow::asked).orElse(List.of());
    return asked.stream()
        .filter(one -> chosen.equals(Optional.of(one.planned().id())))
        .findFirst()
        .or(() -> asked.stream().findFirst());
  }

  /** Whether there is a check to report. */
  public boolean isAsked() {
    return atHand().isPresent();
  }

  /** Says what came out of the check at hand: the one with the focus, else the first awaited. */
  public void report(CheckOutcome outcome) {
    atHand().ifPresent(one -> report(one.planned().id(), outcome));
  }

  void report(RecordId check, CheckOutcome outcome) {
    Optional<Course> about =
        now.get().stream()
            .flatMap(its -> its.courses().stream())
            .filter(
                course ->
                    course.checks().stream()
                        .anyMatch(one -> one.isAsked() && one.planned().id().equals(check)))
            .findFirst();
    String value = measured.getOrDefault(check, "");
    about.ifPresent(
        course ->
            parts
                .around()
                .inBackground(
                    () -> parts.releases().report(course.release(), check, outcome, value),
                    problem -> reported(check, outcome, problem)));
  }

  private void reported(
      RecordId check, CheckOutcome outcome, Optional<SaveResult.NotSaved> problem) {
    if (problem.isEmpty()) {
      measured.remove(check);
    }
    say(
        problem
            .map(why -> Toast.failed(Texts.text("release.report.failed"), why.sentence()))
            .orElseGet(
                () ->
                    Toast.done(
                        Texts.text("release.report.done", ReleaseWords.outcome(outcome)),
                        Texts.text("release.report.done.detail"))));
  }

  /** Whether it can be ordered to take back what is out, once others have signed. */
  public boolean isOrderable() {
    return now.get().filter(ReleasesNow::isOrderable).isPresent();
  }

  /** Opens the sheet on which it is ordered. */
  public void order() {
    if (isOrderable()) {
      ask(Purpose.ROLLBACK);
    }
  }

  /** Whether whoever looks can have it taken back at once. */
  public boolean isEmergencyOrderable() {
    return now.get().filter(ReleasesNow::isEmergencyOrderable).isPresent();
  }

  /** Opens the sheet on which that is signed; makes a key first where there is none. */
  public void emergency() {
    if (isEmergencyOrderable() && keys().isReady()) {
      ask(Purpose.EMERGENCY);
    }
  }

  private void ask(Purpose purpose) {
    now.get().flatMap(ReleasesNow::aim).ifPresent(aim -> parts.ask().accept(aim, purpose));
  }

  /**
   * Gives an order.
   *
   * @param done called once it is given
   */
  void give(Aim aim, Purpose purpose, String reason, Runnable done) {
    if (isBusy || reason.isBlank()) {
      return;
    }
    isBusy = true;
    parts
        .around()
        .inBackground(
            () -> parts.releases().order(aim, purpose, reason),
            result -> {
              isBusy = false;
              say(
                  switch (result) {
                    case Ordered.Done(var words) ->
                        Toast.done(
                            Texts.text(
                                "order.done." + purpose.wireName(), OrderWords.asks(words, "")),
                            Texts.text("order.done." + purpose.wireName() + ".detail"));
                    case Ordered.NoKey() ->
                        Toast.failed(
                            Texts.text("order.notGiven"), Texts.text("approval.obstacle.no_key"));
                    case Ordered.NotSaved(var why) ->
                        Toast.failed(Texts.text("order.notGiven"), why.sentence());
                  });
              if (result instanceof Ordered.Done) {
                done.run();
              }
            });
  }

  private void say(Toast toast) {
    parts.around().toasts().accept(toast);
  }
}
