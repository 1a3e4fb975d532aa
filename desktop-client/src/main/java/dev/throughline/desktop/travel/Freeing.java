package dev.throughline.desktop.travel;

import dev.throughline.desktop.blob.Blobs;
import dev.throughline.desktop.blob.Dropped;
import dev.throughline.desktop.blob.Removable;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.ByteWords;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.recording.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Lets originals go from this computer: says which and how much first, and removes each only when
 * the server swears at that moment that it has it. On the UI thread.
 */
final class Freeing {
  private static final System.Logger log = System.getLogger(Freeing.class.getName());

  private final Blobs blobs;
  private final LocalStore store;
  private final Consumer<Question> questions;
  private final Surroundings around;
  private final Runnable changed;
  private final ObservableList<String> refusals = FXCollections.observableArrayList();

  Freeing(
      Blobs blobs,
      LocalStore store,
      Consumer<Question> questions,
      Surroundings around,
      Runnable changed) {
    this.blobs = blobs;
    this.store = store;
    this.questions = questions;
    this.around = around;
    this.changed = changed;
  }

  ObservableList<String> refusals() {
    return refusals;
  }

  /** What may go, with its names; empty where the disk cannot be read. */
  private record May(List<Removable> all, List<String> names) {
    long bytes() {
      return all.stream().mapToLong(Removable::bytes).sum();
    }
  }

  void ask() {
    refusals.clear();
    around.inBackground(this::may, this::ask);
  }

  private Optional<May> may() {
    try {
      RecordNames names = new RecordNames(store);
      List<Removable> all = blobs.shelf().removable();
      return Optional.of(
          new May(all, all.stream().map(one -> name(names, one.recording())).toList()));
    } catch (IOException e) {
      log.log(System.Logger.Level.WARNING, "what may go cannot be read", e);
      return Optional.empty();
    }
  }

  private static String name(RecordNames names, Recording recording) {
    String name = names.about(recording.id());
    return name.isEmpty() ? Texts.text("travel.unnamed") : name;
  }

  private void ask(Optional<May> may) {
    if (may.isEmpty() || may.get().all().isEmpty()) {
      String why = Texts.text(may.isEmpty() ? "travel.free.unread" : "travel.free.nothing");
      around
          .toasts()
          .accept(
              new Toast(
                  Toast.Kind.ATTENTION, Texts.text("travel.free.nothing.title"), why, List.of()));
      return;
    }
    May its = may.get();
    questions.accept(
        new Question(
            Texts.count("travel.free.title", its.all().size(), ByteWords.of(its.bytes())),
            List.of(Texts.text("travel.free.checked"), Texts.text("travel.free.after")),
            listed(its),
            new Toast.Action(Texts.count("travel.free.yes", its.all().size()), () -> remove(its)),
            Optional.empty()));
  }

  private static String listed(May its) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < its.all().size(); i++) {
      lines.add(
          Texts.text(
              "travel.free.line", its.names().get(i), ByteWords.of(its.all().get(i).bytes())));
    }
    return String.join("\n", lines);
  }

  /** A server is asked for each, which takes its time: nothing that is saved waits behind it. */
  private void remove(May its) {
    around
        .background()
        .loop(
            "recordings-free",
            () -> {
              long freed = 0;
              List<String> kept = new ArrayList<>();
              for (int i = 0; i < its.all().size(); i++) {
                Removable one = its.all().get(i);
                switch (blobs.drop(one.recording())) {
                  case Dropped.Gone _ -> freed += one.bytes();
                  case Dropped.Kept(Dropped.Why why) -> kept.add(sentence(its.names().get(i), why));
                }
              }
              long bytes = freed;
              around.ui().run(() -> removed(bytes, kept));
            });
  }

  private static String sentence(String name, Dropped.Why why) {
    return Texts.text("travel.kept." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'), name);
  }

  private void removed(long bytes, List<String> kept) {
    refusals.setAll(kept);
    changed.run();
    if (kept.isEmpty()) {
      around
          .toasts()
          .accept(
              Toast.done(
                  Texts.text("travel.freed", ByteWords.of(bytes)),
                  Texts.text("travel.freed.line")));
      return;
    }
    String why = kept.stream().distinct().limit(2).collect(Collectors.joining(" "));
    String title =
        bytes == 0
            ? Texts.text("travel.freed.none")
            : Texts.count("travel.freed.partly", kept.size(), ByteWords.of(bytes));
    around.toasts().accept(Toast.failed(title, why));
  }
}
