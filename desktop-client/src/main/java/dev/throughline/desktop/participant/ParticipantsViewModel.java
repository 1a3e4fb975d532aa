package dev.throughline.desktop.participant;

import dev.throughline.desktop.comment.CommentsViewModel;
import dev.throughline.desktop.comment.Subject;
import dev.throughline.desktop.consent.ConsentViewModel;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.participant.Participant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Everybody who was or will be interviewed, and the one that is looked at. UI thread only. */
public final class ParticipantsViewModel {
  private final ParticipantParts parts;
  private final ConsentViewModel consent;
  private final CommentsViewModel comments;
  private final Consumer<RecordId> openSession;
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObjectProperty<Optional<ParticipantRow>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
  private final ObservableList<ParticipantRow> rows = FXCollections.observableArrayList();
  private List<ParticipantRow> all = List.of();
  private List<Participant> people = List.of();
  private Set<RecordId> consented = Set.of();
  private Optional<RecordId> wanted = Optional.empty();

  /**
   * @param openSession shows an interview
   */
  public ParticipantsViewModel(
      ParticipantParts parts,
      ConsentViewModel consent,
      CommentsViewModel comments,
      Consumer<RecordId> openSession) {
    this.parts = parts;
    this.consent = consent;
    this.comments = comments;
    this.openSession = openSession;
    parts.list().onChange(this::put);
    parts.store().onChange(this::changed);
    filter.subscribe(this::narrow);
    selected.subscribe(
        row -> {
          Optional<RecordId> who = row.map(now -> now.person().id());
          consent.show(new ConsentViewModel.Of(who, Optional.empty()));
          comments.show(who.map(id -> new Subject(id, Participant.KIND.name())));
        });
    reload();
  }

  StringProperty filterProperty() {
    return filter;
  }

  /** Those that the filter leaves, by pseudonym. */
  ObservableList<ParticipantRow> rows() {
    return rows;
  }

  /** How many there are in all. */
  int count() {
    return all.size();
  }

  ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  public ObjectProperty<Optional<ParticipantRow>> selectedProperty() {
    return selected;
  }

  /** Opens the questions of consent for whoever is looked at. */
  public void editConsent() {
    consent.edit();
  }

  /** What is said about whoever is looked at. */
  public CommentsViewModel comments() {
    return comments;
  }

  ConsentViewModel consent() {
    return consent;
  }

  /** Looks at one person, as soon as they are known. */
  public void select(RecordId person) {
    filter.set("");
    wanted = Optional.of(person);
    narrow();
  }

  private void changed(RecordsChanged change) {
    if (change.touches(Participant.KIND.name()) || change.touches(Consent.KIND.name())) {
      reload();
    }
  }

  /** Any thread. */
  private void reload() {
    parts
        .background()
        .run(
            () -> {
              List<Participant> read = parts.participants().all();
              Set<RecordId> answered = new HashSet<>();
              for (int from = 0; from < read.size(); from += PAGE) {
                answered.addAll(
                    Consents.answered(
                        parts.store(),
                        read.subList(from, Math.min(from + PAGE, read.size())).stream()
                            .map(Participant::id)
                            .toList()));
              }
              parts.ui().run(() -> take(read, answered));
            });
  }

  private static final int PAGE = 500;

  private void take(List<Participant> read, Set<RecordId> answered) {
    people = read;
    consented = answered;
    loaded.set(true);
    put();
  }

  private void put() {
    Map<RecordId, List<InterviewRow>> interviews = new HashMap<>();
    parts.list().rows().stream()
        .sorted(
            Comparator.comparing((InterviewRow row) -> row.interview().date().orElse(LocalDate.MIN))
                .reversed())
        .forEach(
            row ->
                row.interview()
                    .participant()
                    .ifPresent(
                        who ->
                            interviews
                                .computeIfAbsent(who, _ -> new java.util.ArrayList<>())
                                .add(row)));
    Map<String, Long> names =
        people.stream().collect(Collectors.groupingBy(this::key, Collectors.counting()));
    all =
        people.stream()
            .map(
                person ->
                    new ParticipantRow(
                        person,
                        interviews.getOrDefault(person.id(), List.of()),
                        consented.contains(person.id()),
                        !person.pseudonym().isBlank() && names.getOrDefault(key(person), 0L) > 1))
            .toList();
    narrow();
  }

  private String key(Participant person) {
    return person.pseudonym().strip().toLowerCase(Locale.ROOT);
  }

  private void narrow() {
    List<String> words = List.of(filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
    List<ParticipantRow> left = all.stream().filter(row -> fits(row, words)).toList();
    if (!left.equals(rows)) {
      rows.setAll(left);
    }
    Optional<RecordId> shown = wanted.or(() -> selected.get().map(row -> row.person().id()));
    Optional<ParticipantRow> now =
        shown.flatMap(id -> left.stream().filter(row -> row.person().id().equals(id)).findFirst());
    if (now.isPresent()) {
      wanted = Optional.empty();
    }
    Optional<ParticipantRow> chosen = now.or(() -> left.stream().findFirst());
    if (!chosen.equals(selected.get())) {
      selected.set(chosen);
    }
  }

  private static boolean fits(ParticipantRow row, List<String> words) {
    String text =
        (row.person().pseudonym()
                + " "
                + row.person().attributes()
                + " "
                + row.interviews().stream()
                    .map(talk -> talk.interview().title() + " " + talk.study())
                    .collect(Collectors.joining(" ")))
            .toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }

  /** Makes a person with the next free pseudonym and looks at them. */
  public void create() {
    String pseudonym = Pseudonyms.next(people);
    RecordId id = parts.participants().newRecord();
    filter.set("");
    wanted = Optional.of(id);
    parts
        .steps()
        .run(
            Texts.text("participants.step.new"),
            () -> List.of(parts.participants().draft(id, Optional.empty(), pseudonym, Map.of())));
  }

  void rename(ParticipantRow row, String before, String pseudonym) {
    parts
        .steps()
        .run(
            Texts.text("session.step.participant"),
            () -> List.of(parts.participants().rename(row.person().id(), before, pseudonym)));
  }

  void change(ParticipantRow row, AttributeChange change) {
    parts
        .steps()
        .run(
            Texts.text("session.step.attributes"),
            () -> List.of(parts.participants().change(row.person().id(), change)));
  }

  /** Moves the person to the trash; their interviews stay. The toast takes it back. */
  public void trash() {
    selected
        .get()
        .ifPresent(
            row ->
                parts
                    .steps()
                    .trash(
                        Texts.text("participants.step.trash"),
                        row.person().id(),
                        Participant.KIND.name(),
                        Toast.done(
                            Texts.text("participants.trashed", name(row.person())),
                            Texts.text("participants.trashed.detail"))));
  }

  void open(InterviewRow row) {
    openSession.accept(row.interview().id());
  }

  static String name(Participant person) {
    return person.pseudonym().isBlank() ? Texts.text("participants.unnamed") : person.pseudonym();
  }
}
