package dev.throughline.desktop.people;

import dev.throughline.desktop.store.RecordsChanged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Action;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who may see one study, or all of them. UI thread only; {@link #close} it when it is left. */
public final class AccessViewModel {
  private final AccessParts parts;
  private final Optional<RecordId> study;
  private final ObservableList<Member> members = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known");
  private final ReadOnlyObjectWrapper<Optional<String>> whyNot =
      new ReadOnlyObjectWrapper<>(this, "whyNot", Optional.empty());
  private final ReadOnlyBooleanWrapper invites = new ReadOnlyBooleanWrapper(this, "invites");
  private final List<Runnable> deaf;
  private boolean isClosed;

  public AccessViewModel(AccessParts parts, Optional<RecordId> study) {
    this.parts = parts;
    this.study = study;
    this.deaf =
        List.of(
            parts.store().onChange(this::changed),
            parts.store().rights().onChange(() -> parts.ui().run(this::reload)));
    reload();
  }

  /** Everybody first, then each by name. */
  ObservableList<Member> members() {
    return members;
  }

  /** Whether people sign in here; without that there is nobody to name. */
  public ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** Why nothing can be changed here, as a sentence; empty when it can. */
  ReadOnlyObjectProperty<Optional<String>> whyNotProperty() {
    return whyNot.getReadOnlyProperty();
  }

  /** Whether somebody who never signed in can be named here. */
  ReadOnlyBooleanProperty invitesProperty() {
    return invites.getReadOnlyProperty();
  }

  boolean isOfStudy() {
    return study.isPresent();
  }

  public void close() {
    isClosed = true;
    deaf.forEach(Runnable::run);
  }

  private void changed(RecordsChanged change) {
    if (change.isEverything()
        || change.touches(Person.KIND.name())
        || change.touches(Grant.KIND.name())) {
      parts.ui().run(this::reload);
    }
  }

  private void reload() {
    if (isClosed) {
      return;
    }
    parts
        .background()
        .run(
            () -> {
              Team team = parts.team();
              boolean isKnown = team.isKnown();
              List<Member> read = isKnown ? team.members(study) : List.of();
              Optional<String> why = team.whyNot(study);
              boolean canInvite = team.whyNotInvite().isEmpty();
              parts.ui().run(() -> take(isKnown, read, why, canInvite));
            });
  }

  private void take(boolean isKnown, List<Member> read, Optional<String> why, boolean canInvite) {
    whyNot.set(why);
    invites.set(canInvite && why.isEmpty());
    known.set(isKnown);
    if (!members.equals(read)) {
      members.setAll(read);
    }
  }

  /** Gives somebody a level; undo gives back the one before. */
  void give(Member member, Level level) {
    if (level != member.given()) {
      parts
          .steps()
          .run(
              Texts.text("people.step.give"),
              () -> List.of(parts.team().grant(member.person(), study, level)));
    }
  }

  /** Takes somebody out of the workspace; undo takes them back. */
  void remove(Member member) {
    parts.steps().run(Texts.text("people.step.remove"), () -> Team.move(member, Action.TRASH));
  }

  void takeBack(Member member) {
    parts.steps().run(Texts.text("people.step.takeBack"), () -> Team.move(member, Action.RESTORE));
  }

  /** Names somebody by their login, so that they can be given access before they come. */
  void invite(String login) {
    parts.steps().run(Texts.text("people.step.invite"), () -> parts.team().invite(login));
  }
}
