package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.Repaired;
import dev.throughline.desktop.capture.SoundRepair;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** At the start: puts recordings in order that were cut off, and has their records say so. */
final class PuttingInOrder implements Runnable {
  private static final Logger log = Logger.getLogger(PuttingInOrder.class.getName());

  private final RecordingParts parts;
  private final long startedAt;

  PuttingInOrder(RecordingParts parts) {
    this.parts = parts;
    this.startedAt = parts.clock().millis();
  }

  @Override
  public void run() {
    try {
      parts.disk().createFolder(parts.folder());
      List<Draft> drafts = new ArrayList<>();
      Set<String> empty = new HashSet<>();
      for (Repaired found : new SoundRepair(parts.disk()).all(parts.folder())) {
        settle(found).ifPresent(drafts::add);
        if (found instanceof Repaired.Nothing(String folder)) {
          empty.add(folder);
        }
      }
      Set<String> begun =
          parts.disk().list(parts.folder()).stream()
              .map(path -> path.getFileName().toString())
              .filter(name -> !empty.contains(name))
              .collect(Collectors.toSet());
      parts.recordings().unended().stream()
          .filter(one -> isNeverBegun(one, begun))
          .forEach(one -> drafts.add(Recordings.thrownAway(one.id())));
      if (!drafts.isEmpty()) {
        parts.ledger().record(drafts);
      }
    } catch (IOException e) {
      log.log(Level.WARNING, "recordings could not be looked through", e);
    }
  }

  /**
   * Whether an earlier run was cut off between its record and its first sound. One that somebody
   * marked had sound, wherever that is; one of this run may only not have its folder yet.
   */
  private boolean isNeverBegun(Recording one, Set<String> begun) {
    return one.startedAt() < startedAt
        && !begun.contains(one.id().toString())
        && parts.recordings().bookmarks(one.id()).isEmpty();
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
        yield Optional.empty();
      }
    };
  }

  /** What a file is called that was being taken in; empty for what was recorded here. */
  private Optional<String> file(RecordId recording) {
    return parts
        .recordings()
        .find(recording)
        .filter(one -> one.state() == RecordingState.RECORDING)
        .map(Recording::name)
        .filter(name -> !name.isBlank());
  }

  /** Only a record that does not know yet that it is over is told so. */
  private Optional<Draft> ended(RecordId recording, RecordingState state, long millis) {
    return parts
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
    parts.around().ui().run(() -> parts.around().toasts().accept(toast));
  }
}
