package dev.throughline.desktop.travel;

import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.SoundElsewhere;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.ReadingWhileShown;
import dev.throughline.desktop.ui.ByteWords;
import dev.throughline.desktop.ui.LengthWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Makes recordings available offline, their size shown first, and lets them go again. Knows how
 * those of the interview stand that is shown. UI thread only, where nothing else is said.
 */
public final class OfflineDesk implements AutoCloseable {
  private final Blobs blobs;
  private final Function<RecordId, List<Recording>> recordings;
  private final Consumer<Question> questions;
  private final Surroundings around;
  private final ReadingWhileShown reading;
  private final Runnable deaf;
  private final ReadOnlyObjectWrapper<OfflineState> state =
      new ReadOnlyObjectWrapper<>(this, "state", OfflineState.NOTHING);
  private volatile Optional<RecordId> shown = Optional.empty();

  /**
   * @param recordings those of an interview; reads the store
   */
  public OfflineDesk(
      Blobs blobs,
      Function<RecordId, List<Recording>> recordings,
      Consumer<Question> questions,
      Surroundings around) {
    this.blobs = blobs;
    this.recordings = recordings;
    this.questions = questions;
    this.around = around;
    this.reading = new ReadingWhileShown(around.background(), TravelViewModel.GATHER, this::read);
    this.deaf = blobs.onChange(reading::soon);
  }

  /** How the recordings of the shown interview stand. */
  public ReadOnlyObjectProperty<OfflineState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Goes to the recordings of an interview, or to none. */
  public void show(Optional<RecordId> interview) {
    if (!interview.equals(shown)) {
      shown = interview;
      state.set(OfflineState.NOTHING);
    }
    reading.setShowing(interview.isPresent());
  }

  private void read() {
    Optional<RecordId> of = shown;
    OfflineState now = of.map(recordings).map(this::state).orElse(OfflineState.NOTHING);
    around
        .ui()
        .run(
            () -> {
              if (of.equals(shown)) {
                state.set(now);
              }
            });
  }

  /** Asks neither disk nor server; any thread. */
  public OfflineState state(List<Recording> all) {
    List<Recording> wanted = all.stream().filter(blobs::isWantedOffline).toList();
    if (!wanted.isEmpty()) {
      double percent = wanted.stream().mapToInt(blobs.shelf()::percent).average().orElse(0);
      boolean isWhole = wanted.stream().allMatch(blobs.shelf()::isOffline);
      return isWhole
          ? new OfflineState(OfflineState.Kind.KEPT, 100)
          : new OfflineState(OfflineState.Kind.COMING, (int) percent);
    }
    if (all.stream().anyMatch(this::canCome)) {
      return new OfflineState(OfflineState.Kind.POSSIBLE, 0);
    }
    boolean isHere = !all.isEmpty() && all.stream().allMatch(blobs.shelf()::isHere);
    return isHere ? new OfflineState(OfflineState.Kind.HERE, 100) : OfflineState.NOTHING;
  }

  /** Whether there is something among these to get; asks neither disk nor server. */
  public boolean canBeMade(List<Recording> all) {
    return all.stream().anyMatch(this::canCome);
  }

  /** What was fetched for listening may be pinned too: else it goes when room is needed. */
  private boolean canCome(Recording one) {
    boolean isNamed = !one.original().isEmpty() || !one.proxy().isEmpty();
    return isNamed && !blobs.shelf().isMadeHere(one) && !blobs.isWantedOffline(one);
  }

  /** Asks whether the recordings of the shown interview are to be had offline. */
  public void makeOffline() {
    shown.ifPresent(of -> ask(Texts.text("offline.interview"), () -> recordings.apply(of)));
  }

  /** Asks the same for the recordings of a study. */
  public void makeOffline(String study, List<Recording> all) {
    ask(Texts.text("offline.study", study), () -> all);
  }

  /**
   * What there is to fetch.
   *
   * @param bytes of all of it, about
   * @param later recordings that are not on the server yet
   * @param unsaid recordings of which the server does not say how large they are
   * @param trouble why its size cannot be said; empty when it can
   */
  private record Fetch(
      List<Recording> all,
      long bytes,
      long millis,
      int later,
      int unsaid,
      long free,
      String trouble) {}

  /** A server is asked how large each is: nothing that is saved waits behind it. */
  private void ask(String title, Supplier<List<Recording>> of) {
    around
        .background()
        .loop(
            "offline-size",
            () -> {
              Fetch fetch = fetch(of.get());
              around.ui().run(() -> ask(title, fetch));
            });
  }

  private Fetch fetch(List<Recording> all) {
    List<Recording> come = all.stream().filter(this::canCome).toList();
    int later =
        (int)
            all.stream()
                .filter(it -> it.original().isEmpty() && !blobs.shelf().isMadeHere(it))
                .count();
    long bytes = 0;
    List<Recording> sized = new ArrayList<>();
    Optional<SoundElsewhere.Why> trouble = Optional.empty();
    for (Recording one : come) {
      try {
        bytes += blobs.offlineBytes(one).orElse(0);
        sized.add(one);
      } catch (SoundElsewhere e) {
        trouble = Optional.of(e.why());
      } catch (IOException _) {
        trouble = Optional.of(SoundElsewhere.Why.DISK);
      }
    }
    if (sized.isEmpty() && trouble.isPresent()) {
      return failed(Texts.text(trouble.get().textKey()), trouble.get().code());
    }
    long millis = sized.stream().mapToLong(Recording::millis).sum();
    int unsaid = come.size() - sized.size();
    try {
      return new Fetch(sized, bytes, millis, later, unsaid, blobs.shelf().freeBytes(), "");
    } catch (IOException _) {
      SoundElsewhere.Why why = SoundElsewhere.Why.DISK;
      return failed(Texts.text(why.textKey()), why.code());
    }
  }

  private static Fetch failed(String sentence, String code) {
    String coded = Texts.text("interviews.withCode", sentence, code);
    return new Fetch(List.of(), 0, 0, 0, 0, 0, coded);
  }

  private void ask(String title, Fetch fetch) {
    if (fetch.all().isEmpty()) {
      String why = fetch.trouble().isEmpty() ? Texts.text("offline.nothing") : fetch.trouble();
      around
          .toasts()
          .accept(
              new Toast(Toast.Kind.ATTENTION, Texts.text("offline.nothing.title"), why, List.of()));
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        Texts.count(
            "offline.size",
            fetch.all().size(),
            LengthWords.of(fetch.millis()),
            ByteWords.of(fetch.bytes())));
    lines.add(
        Texts.text(
            fetch.free() > fetch.bytes() ? "offline.room" : "offline.noRoom",
            ByteWords.of(fetch.free())));
    lines.add(Texts.text("offline.stays"));
    if (fetch.later() > 0) {
      lines.add(Texts.count("offline.later", fetch.later()));
    }
    if (fetch.unsaid() > 0) {
      lines.add(Texts.count("offline.unsaid", fetch.unsaid()));
    }
    Toast.Action yes = new Toast.Action(Texts.text("offline.yes"), () -> make(fetch.all()));
    questions.accept(Question.harmless(title, lines, yes));
  }

  private void make(List<Recording> all) {
    around
        .background()
        .loop(
            "offline-make",
            () -> {
              String trouble = made(all);
              around.ui().run(() -> tellMade(all, trouble));
            });
  }

  /** All that can be had; what stood in the way of one of the others, as a sentence. */
  private String made(List<Recording> all) {
    String trouble = "";
    for (Recording one : all) {
      try {
        blobs.makeOffline(one);
      } catch (SoundElsewhere e) {
        trouble = failed(Texts.text(e.why().textKey()), e.why().code()).trouble();
      } catch (IOException _) {
        SoundElsewhere.Why why = SoundElsewhere.Why.DISK;
        trouble = failed(Texts.text(why.textKey()), why.code()).trouble();
      }
    }
    return trouble;
  }

  private void tellMade(List<Recording> all, String trouble) {
    around
        .toasts()
        .accept(
            trouble.isEmpty()
                ? Toast.undoable(
                    Texts.text("offline.made"),
                    Texts.text("offline.made.line"),
                    new Toast.Action(Texts.text("command.edit.undo"), () -> letGo(all)))
                : Toast.failed(Texts.text("offline.nothing.title"), trouble));
    reading.soon();
  }

  /** Lets the recordings of the shown interview go when room is needed. */
  public void letGo() {
    shown.ifPresent(of -> around.inBackground(() -> recordings.apply(of), this::letGo));
  }

  /** Lets recordings go when room is needed; the toast takes it back. */
  public void letGo(List<Recording> all) {
    around.inBackground(
        () -> {
          List<Recording> wanted = all.stream().filter(blobs::isWantedOffline).toList();
          try {
            for (Recording one : wanted) {
              blobs.letGo(one);
            }
          } catch (IOException _) {
            return Optional.<List<Recording>>empty();
          }
          return Optional.of(wanted);
        },
        this::tellGone);
  }

  private void tellGone(Optional<List<Recording>> gone) {
    if (gone.isEmpty()) {
      around
          .toasts()
          .accept(Toast.failed(Texts.text("offline.notGone"), Texts.text("offline.notGone.line")));
    } else if (!gone.get().isEmpty()) {
      Toast.Action undo = new Toast.Action(Texts.text("command.edit.undo"), () -> make(gone.get()));
      around
          .toasts()
          .accept(
              Toast.undoable(Texts.text("offline.gone"), Texts.text("offline.gone.line"), undo));
    }
    reading.soon();
  }

  @Override
  public void close() {
    deaf.run();
  }
}
