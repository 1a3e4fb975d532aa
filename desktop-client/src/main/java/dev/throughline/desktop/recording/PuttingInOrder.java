package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.Repaired;
import dev.throughline.desktop.capture.SoundRepair;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * At the start: puts recordings in order that were cut off, and has their records say so. What the
 * disk does not let be put in order now is tried again every minute, and is said until then.
 */
final class PuttingInOrder implements Runnable {
  private static final Logger log = Logger.getLogger(PuttingInOrder.class.getName());
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Shelf shelf;
  private final Surroundings around;
  private final long startedAt;

  /** Folders of recordings that could not be put in order. Changed in the background only. */
  private final Set<String> waiting = new ConcurrentSkipListSet<>();

  /** Where recordings lie, and what is written of them. */
  record Shelf(Disk disk, Path folder, Recordings recordings, Ledger ledger) {}

  PuttingInOrder(Shelf shelf, Surroundings around, InstantSource clock) {
    this.shelf = shelf;
    this.around = around;
    this.startedAt = clock.millis();
  }

  @Override
  public void run() {
    try {
      shelf.disk().createFolder(shelf.folder());
      List<Repaired> all = new SoundRepair(shelf.disk()).all(shelf.folder());
      write(settled(all));
      Set<String> empty = new HashSet<>();
      for (Repaired found : all) {
        if (found instanceof Repaired.Nothing(String folder)) {
          empty.add(folder);
        }
      }
      Set<String> begun =
          shelf.disk().list(shelf.folder()).stream()
              .map(path -> path.getFileName().toString())
              .filter(name -> !empty.contains(name))
              .collect(Collectors.toSet());
      List<Draft> neverBegun =
          shelf.recordings().unended().stream()
              .filter(one -> isNeverBegun(one, begun))
              .map(one -> Recordings.thrownAway(one.id()))
              .toList();
      if (!neverBegun.isEmpty()) {
        shelf.ledger().record(neverBegun);
      }
    } catch (IOException e) {
      log.log(Level.WARNING, "recordings could not be looked through", e);
      say(Toast.failed(Texts.text("recording.unseen"), Texts.text("recording.unseen.line")));
    }
    if (!waiting.isEmpty()) {
      sayWaiting();
      around.background().later(AGAIN, this::again);
    }
  }

  private void sayWaiting() {
    Toast.Action again =
        new Toast.Action(
            Texts.text("recording.waits.again"),
            () -> around.background().run(this::onDemand),
            () -> !waiting.isEmpty());
    say(
        Toast.failed(
            Texts.count("recording.waits", waiting.size()),
            Texts.text("recording.waits.line"),
            again));
  }

  /** Somebody asked for it, and is told how it went. */
  private void onDemand() {
    tryAgain();
    if (!waiting.isEmpty()) {
      sayWaiting();
    }
  }

  private void again() {
    tryAgain();
    if (!waiting.isEmpty()) {
      around.background().later(AGAIN, this::again);
    }
  }

  /** None of these is being made: all were cut off before this start. */
  private void tryAgain() {
    SoundRepair repair = new SoundRepair(shelf.disk());
    List<Repaired> all =
        List.copyOf(waiting).stream().map(shelf.folder()::resolve).map(repair::one).toList();
    waiting.clear();
    write(settled(all));
  }

  private List<Draft> settled(List<Repaired> all) {
    List<Draft> drafts = new ArrayList<>();
    all.forEach(found -> settle(found).ifPresent(drafts::add));
    return drafts;
  }

  /** A disk that took the sound's log may still not take the record: then it waits on. */
  private void write(List<Draft> drafts) {
    if (!drafts.isEmpty() && shelf.ledger().record(drafts) instanceof SaveResult.NotSaved) {
      drafts.forEach(draft -> waiting.add(draft.record().toString()));
    }
  }

  /**
   * Whether an earlier run was cut off between its record and its first sound. One that somebody
   * marked had sound, wherever that is; one of this run may only not have its folder yet.
   */
  private boolean isNeverBegun(Recording one, Set<String> begun) {
    return one.startedAt() < startedAt
        && !begun.contains(one.id().toString())
        && shelf.recordings().bookmarks(one.id()).isEmpty();
  }

  private Optional<Draft> settle(Repaired found) {
    return switch (found) {
      case Repaired.Whole its -> ended(its.recording(), its.state(), its.millis());
      case Repaired.Recovered its when file(its.recording()).isPresent() -> {
        // The file it came from is whole, and more than this.
        say(
            new Toast(
                Toast.Kind.ATTENTION,
                Texts.text("recording.import.cutOff"),
                Texts.text("recording.import.cutOff.line", file(its.recording()).get()),
                List.of()));
        yield Optional.of(Recordings.thrownAway(its.recording()));
      }
      case Repaired.Recovered its -> {
        say(its);
        yield ended(its.recording(), RecordingState.RECOVERED, its.millis());
      }
      case Repaired.Nothing(String folder) -> {
        log.info(() -> "a recording was cut off before its first second: " + folder);
        yield Optional.empty();
      }
      case Repaired.NotNow(String folder, String reason) -> {
        log.warning(() -> "a recording waits to be put in order: " + folder + ", " + reason);
        waiting.add(folder);
        yield Optional.empty();
      }
    };
  }

  /** What a file is called that was being taken in; empty for what was recorded here. */
  private Optional<String> file(RecordId recording) {
    return shelf
        .recordings()
        .find(recording)
        .filter(one -> one.state() == RecordingState.RECORDING)
        .map(Recording::name)
        .filter(name -> !name.isBlank());
  }

  /** Only a record that does not know yet that it is over is told so. */
  private Optional<Draft> ended(RecordId recording, RecordingState state, long millis) {
    return shelf
        .recordings()
        .find(recording)
        .map(Recording::state)
        .filter(before -> before == RecordingState.RECORDING)
        .map(_ -> Recordings.ended(recording, state, millis));
  }

  private void say(Repaired.Recovered its) {
    String shown = Clock60.shown(its.millis());
    String detail =
        its.damaged().isEmpty()
            ? Texts.text("recording.recovered.line", shown)
            : Texts.count("recording.recovered.damaged", its.damaged().size(), shown);
    say(Toast.done(Texts.text("recording.recovered"), detail));
  }

  private void say(Toast toast) {
    around.ui().run(() -> around.toasts().accept(toast));
  }
}
