package dev.throughline.desktop.consent;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.consent.Consent;
import dev.throughline.model.consent.ConsentLack;
import dev.throughline.model.consent.ConsentScope;
import dev.throughline.model.consent.Wording;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.participant.Participant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Decides from the consent records whether the words of an interview may be quoted. Asks the store
 * anew each time, so that a refusal counts from the moment it is saved. Not on the UI thread.
 */
public final class Rulings {
  private final LocalStore store;
  private final Clock clock;

  public Rulings(LocalStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What holds for an interview; one that is not here was agreed to by nobody. */
  public Ruling of(RecordId interview) {
    return of(interview, ConsentScope.QUOTE);
  }

  /** Whether an interview may be recorded. */
  public Ruling ofRecording(RecordId interview) {
    return of(interview, ConsentScope.RECORD);
  }

  private Ruling of(RecordId interview, ConsentScope scope) {
    Optional<Interview> held =
        store
            .find(interview)
            .filter(view -> view.kind().equals(Interview.KIND.name()))
            .map(view -> Interview.from(view.id(), view.fields()));
    Optional<RecordId> who = held.flatMap(Interview::participant);
    Consents consents = new Consents(store);
    Optional<Consent> holding =
        who.flatMap(person -> consents.holding(person, Optional.of(interview)));
    Optional<Consent> general = who.flatMap(person -> consents.holding(person, Optional.empty()));
    Optional<Consent> standing = standing(holding, general, scope);
    Optional<ConsentLack> lack =
        who.isEmpty()
            ? Optional.of(ConsentLack.NOBODY)
            : standing.map(its -> lack(its, scope)).orElse(Optional.of(ConsentLack.UNWRITTEN));
    return new Ruling(
        interview,
        held.map(Interview::title).orElse(""),
        who.flatMap(store::find).map(Rulings::pseudonym).orElse(""),
        lack,
        !standing.equals(holding),
        lack.filter(ConsentLack.OVER::equals).flatMap(_ -> standing.flatMap(Consent::validUntil)));
  }

  /**
   * The record that decides: the interview's own, else the person's general one. Whoever said no
   * about all their interviews has said no about this one too, unless they were asked about it on a
   * later day.
   */
  private Optional<Consent> standing(
      Optional<Consent> holding, Optional<Consent> general, ConsentScope scope) {
    boolean isRefused =
        general
            .flatMap(its -> lack(its, scope))
            .filter(lack -> lack.holdsBack(Wording.NOTED))
            .isPresent();
    boolean isAskedLater =
        holding
            .flatMap(Consent::day)
            .filter(day -> day.isAfter(general.flatMap(Consent::day).orElse(LocalDate.MAX)))
            .isPresent();
    return isRefused && !isAskedLater ? general : holding;
  }

  private Optional<ConsentLack> lack(Consent consent) {
    return lack(consent, ConsentScope.QUOTE);
  }

  private Optional<ConsentLack> lack(Consent consent, ConsentScope scope) {
    return consent.lack(scope, LocalDate.now(clock));
  }

  /**
   * What holds for words about a person that may be from any of their interviews: the strictest of
   * what they said about all and about each.
   */
  Ruling ofPerson(RecordId participant, Wording wording) {
    List<Consent> all = new Consents(store).of(participant);
    Optional<Consent> strictest =
        all.stream()
            .filter(one -> lack(one).filter(why -> why.holdsBack(wording)).isPresent())
            .findFirst();
    Optional<ConsentLack> lack =
        all.isEmpty() ? Optional.of(ConsentLack.UNWRITTEN) : strictest.flatMap(this::lack);
    Optional<RecordId> interview = strictest.flatMap(Consent::interview);
    return new Ruling(
        interview.orElse(participant),
        interview
            .flatMap(store::find)
            .map(view -> Interview.from(view.id(), view.fields()).title())
            .orElse(""),
        store.find(participant).map(Rulings::pseudonym).orElse(""),
        lack,
        false,
        lack.filter(ConsentLack.OVER::equals).flatMap(_ -> strictest.flatMap(Consent::validUntil)));
  }

  /** What a piece of evidence stands on; a link to a whole interview quotes nothing of it. */
  public Footing footing(Optional<RecordId> source) {
    return source
        .flatMap(store::find)
        .map(
            view -> {
              boolean isWhole = view.kind().equals(Interview.KIND.name());
              boolean isBack = !isWhole && heldBack(view.id()).isPresent();
              return view.trashed() || isBack ? Footing.WITHDRAWN : Footing.HELD;
            })
        .orElse(Footing.UNSEEN);
  }

  /** Why the words of a record stay here; empty when they may leave. */
  public Optional<Ruling> heldBack(RecordId record) {
    return store
        .find(record)
        .map(view -> heldBack(new Provenance(store).of(view), record))
        .orElse(Optional.of(unknown(record)));
  }

  private Optional<Ruling> heldBack(Provenance.Source source, RecordId record) {
    return switch (source) {
      case Provenance.Source.Elsewhere _ -> Optional.empty();
      case Provenance.Source.Unknown(Wording wording) ->
          Optional.of(unknown(record)).filter(ruling -> ruling.holdsBack(wording));
      case Provenance.Source.Of(RecordId interview, Wording wording) ->
          Optional.of(of(interview)).filter(ruling -> ruling.holdsBack(wording));
      case Provenance.Source.OfPerson(RecordId participant, Wording wording) ->
          Optional.of(ofPerson(participant, wording)).filter(ruling -> ruling.holdsBack(wording));
    };
  }

  private static Ruling unknown(RecordId record) {
    return new Ruling(record, "", "", Optional.of(ConsentLack.NOBODY), false, Optional.empty());
  }

  /** Why an interview is not recorded, in one sentence; empty when the person agreed to it. */
  public String sentenceOfRecording(Ruling ruling) {
    return RulingWords.whyNotRecorded(ruling, LocalDate.now(clock));
  }

  /** Why words stay here, in one sentence; empty when quoting was agreed. */
  public String sentence(Ruling ruling) {
    return RulingWords.why(ruling, LocalDate.now(clock));
  }

  private static String pseudonym(RecordView view) {
    return Participant.from(view.id(), view.fields()).pseudonym();
  }
}
