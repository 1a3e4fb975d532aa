package dev.throughline.desktop.hold;

import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.participant.Participant;
import dev.throughline.model.people.Person;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the things are called that holds reach, as far as they are here. Not on the UI thread. */
final class HoldNames {
  /** Of each kind; who has more of them finds the newest. */
  private static final int CHOICES_MAX = 10 * LocalStore.PAGE_MAX;

  private final LocalStore store;
  private final ShownTime time;

  HoldNames(LocalStore store, ShownTime time) {
    this.store = store;
    this.time = time;
  }

  /** What a hold reaches, in words: the kind, and the name where it is known here. */
  String reached(Hold.Reach reach, RecordId record) {
    String kind = reach.name().toLowerCase(Locale.ROOT);
    return store
        .find(record)
        .map(view -> Texts.text("hold.reach." + kind, name(reach, view)))
        .orElseGet(
            () -> Texts.text("hold.reach.unknown." + kind, record.toString().substring(0, SHORT)));
  }

  private static final int SHORT = 8;

  /** What somebody of the team is called. */
  String person(RecordId person) {
    if (store.rights().person().filter(person::equals).isPresent()) {
      return Texts.text("hold.you");
    }
    return store
        .find(person)
        .map(view -> Person.from(view.id(), view.fields()).called())
        .filter(name -> !name.isBlank())
        .orElseGet(() -> Texts.text("hold.somebody"));
  }

  private String name(Hold.Reach reach, RecordView view) {
    return switch (reach) {
      case STUDY -> or(Study.from(view.id(), view.fields()).title(), "study.untitled");
      case PARTICIPANT ->
          or(Participant.from(view.id(), view.fields()).pseudonym(), "hold.unnamed");
      case INTERVIEW -> or(Interview.from(view.id(), view.fields()).title(), "interviews.untitled");
      case RECORDING -> recording(Recording.from(view.id(), view.fields()));
    };
  }

  private String recording(Recording recording) {
    String interview =
        recording
            .interview()
            .flatMap(store::find)
            .map(view -> name(Hold.Reach.INTERVIEW, view))
            .orElseGet(() -> Texts.text("interviews.untitled"));
    return Texts.text("hold.recording", interview, time.at(recording.startedAt()));
  }

  private static String or(String name, String key) {
    return name.isBlank() ? Texts.text(key) : name;
  }

  /** Everything a hold can be about that is here. */
  List<Holdable> choices() {
    List<Holdable> all = new ArrayList<>();
    for (Hold.Reach reach : Hold.Reach.values()) {
      for (RecordView view : newest(kind(reach))) {
        all.add(new Holdable(reach, view.id(), name(reach, view)));
      }
    }
    return all;
  }

  private static Kind kind(Hold.Reach reach) {
    return switch (reach) {
      case STUDY -> Study.KIND;
      case PARTICIPANT -> Participant.KIND;
      case INTERVIEW -> Interview.KIND;
      case RECORDING -> Recording.KIND;
    };
  }

  private List<RecordView> newest(Kind kind) {
    List<RecordView> all = new ArrayList<>();
    int came = LocalStore.PAGE_MAX;
    while (came == LocalStore.PAGE_MAX && all.size() < CHOICES_MAX) {
      List<RecordView> page = store.newest(kind.name(), all.size(), LocalStore.PAGE_MAX);
      came = page.size();
      all.addAll(page);
    }
    return all.stream().filter(view -> view.workspace().equals(store.home())).toList();
  }

  /** The interview of a recording, its study and who was interviewed. */
  Optional<Interview> interview(Recording recording) {
    return recording
        .interview()
        .flatMap(store::find)
        .map(view -> Interview.from(view.id(), view.fields()));
  }
}
