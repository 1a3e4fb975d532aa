package dev.throughline.desktop.hold;

import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.outbox.Reread;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The legal holds, and what can be done about them. UI thread only. */
public final class HoldsViewModel {
  private final HoldParts parts;
  private final Surroundings around;
  private final HoldReader reader;
  private final Reread<HoldsNow> reading;
  private final ReadOnlyObjectWrapper<HoldsNow> now =
      new ReadOnlyObjectWrapper<>(
          this, "now", new HoldsNow(List.of(), Texts.text("hold.asking"), false));
  private HoldExits exits = HoldExits.NOWHERE;
  private Runnable changed = () -> {};
  private boolean isDoing;

  public HoldsViewModel(HoldParts parts) {
    this.parts = parts;
    this.around = parts.around();
    this.reader = new HoldReader(parts);
    this.reading = new Reread<>(around, reader::read, this::take);
  }

  private void take(HoldsNow read) {
    now.set(read);
    changed.run();
  }

  /** Lets holds lead to sheets of this window. */
  public void leadTo(HoldExits ways) {
    exits = ways;
  }

  /** Tells when another list came. */
  public void onChange(Runnable told) {
    changed = told;
  }

  ReadOnlyObjectProperty<HoldsNow> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** Asks the server again; what was told before stays on the screen meanwhile. */
  public void refresh() {
    reading.ask();
  }

  /** Whether a hold can be set now, and if not why. */
  public Availability canPropose() {
    Optional<String> whyNot = reader.whyNot();
    if (whyNot.isPresent()) {
      return Availability.off(whyNot.get());
    }
    return now.get().isLive() ? Availability.READY : Availability.off(now.get().line());
  }

  /** Whether there is a hold about which that can be done now, and if not why. */
  public Availability can(HoldStep step) {
    Availability able = canPropose();
    return able.isReady() && rows(step).isEmpty()
        ? Availability.off(Texts.text("hold.off." + step.wireName()))
        : able;
  }

  /** The holds about which that can be done now. */
  public List<HoldRow> rows(HoldStep step) {
    return now.get().rows().stream().filter(row -> row.can().contains(step)).toList();
  }

  /** Reads in the background what a hold can be about. */
  public void choices(Consumer<List<Holdable>> then) {
    around.inBackground(reader::choices, then);
  }

  void choose() {
    exits.choose().run();
  }

  /** Opens the sheet on which a hold is set. */
  public void ask(Optional<Holdable> about) {
    exits.propose().accept(about);
  }

  /** A new wish; asked for again after no answer came it stays the same one. */
  String key() {
    return parts.ledger().newRecord().toString();
  }

  /** The record of that number; empty when it is none. */
  static Optional<RecordId> record(String typed) {
    return RecordId.parse(typed.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Sets a hold.
   *
   * @param done called once the server has it
   */
  void propose(HoldWish wish, Runnable done) {
    run(
        () -> parts.desk().propose(wish),
        hold -> {
          around
              .toasts()
              .accept(
                  Toast.done(
                      Texts.text("hold.done.proposed", hold.matter()),
                      Texts.text("hold.done.proposed.detail")));
          done.run();
        });
  }

  /** Does something about a hold. */
  public void act(HoldRow row, HoldStep step) {
    run(
        () -> parts.desk().step(row.hold(), step),
        hold -> {
          String state = hold.state().wireName();
          around
              .toasts()
              .accept(
                  Toast.done(
                      Texts.text("hold.done." + state, hold.matter()),
                      Texts.text("hold.done." + state + ".detail")));
        });
  }

  private interface Asking {
    Optional<Reply<Hold>> ask();
  }

  private void run(Asking asking, Consumer<Hold> done) {
    if (isDoing) {
      return;
    }
    isDoing = true;
    around.inBackground(
        () -> asking.ask().orElseGet(() -> new Reply.Unreachable<>("no server", 0)),
        reply -> {
          isDoing = false;
          switch (reply) {
            case Reply.Ok<Hold>(Hold hold) -> done.accept(hold);
            case Reply.Refused<Hold>(String code, String sentence) ->
                fail(Texts.text("hold.coded", sentence, code));
            case Reply.Unreachable<Hold> _ -> fail(Texts.text("hold.unknown"));
          }
          refresh();
        });
  }

  private void fail(String why) {
    around.toasts().accept(Toast.failed(Texts.text("hold.failed"), why));
  }
}
