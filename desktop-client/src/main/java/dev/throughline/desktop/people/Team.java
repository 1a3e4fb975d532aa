package dev.throughline.desktop.people;

import dev.throughline.desktop.people.Colleague.Sight;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Grants;
import dev.throughline.model.access.Role;
import dev.throughline.model.access.Scope;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is in the team, and what gives them access. Not on the UI thread. */
public final class Team {
  private static final Comparator<Member> BY_NAME =
      Comparator.comparing(member -> member.name().toLowerCase(Locale.ROOT));

  private final LocalStore store;

  public Team(LocalStore store) {
    this.store = store;
  }

  /**
   * Everybody, and then each by name; of a study, or of all of them and then with those who were
   * removed.
   */
  List<Member> members(Optional<RecordId> study) {
    Map<RecordId, Level> levels = new HashMap<>();
    for (RecordView view : all(Grant.KIND.name())) {
      levels.put(view.id(), Grant.from(view.id(), view.fields()).level());
    }
    Optional<RecordId> you = store.rights().person();
    List<Member> members = new ArrayList<>();
    for (RecordView view : all(Person.KIND.name())) {
      Person person = Person.from(view.id(), view.fields());
      members.add(
          member(
              Optional.of(person.id()),
              person.called(),
              person.login(),
              person.roles(),
              you.filter(person.id()::equals).isPresent(),
              study,
              levels));
    }
    members.sort(BY_NAME);
    members.addFirst(member(Optional.empty(), "", "", Set.of(), false, study, levels));
    if (study.isEmpty()) {
      removed().map(Team::removed).sorted(BY_NAME).forEach(members::add);
    }
    return members;
  }

  /** People in the trash of the joined workspace. */
  private Stream<Person> removed() {
    return store.aside().trashed(Person.KIND.name()).stream()
        .filter(view -> view.workspace().equals(store.home()))
        .map(view -> Person.from(view.id(), view.fields()));
  }

  private static Member removed(Person person) {
    return new Member(
        Optional.of(person.id()),
        person.called(),
        person.login(),
        person.roles(),
        false,
        true,
        Level.NONE,
        Level.NONE);
  }

  /** Everybody of the team, and whether they see what is said about a record. */
  public List<Colleague> colleagues(RecordId about) {
    if (!isKnown()) {
      return List.of();
    }
    Scope scope = store.rights().scopeOfComments(about);
    List<Grant> grants =
        all(Grant.KIND.name()).stream()
            .filter(view -> !view.trashed())
            .map(view -> Grant.from(view.id(), view.fields()))
            .toList();
    Optional<RecordId> you = store.rights().person();
    return all(Person.KIND.name()).stream()
        .map(view -> Person.from(view.id(), view.fields()))
        .filter(person -> !person.called().isBlank())
        .map(
            person ->
                new Colleague(
                    person.id(),
                    person.called(),
                    person.login(),
                    you.filter(person.id()::equals).isPresent(),
                    sight(person, grants, scope)))
        .toList();
  }

  private static Sight sight(Person person, List<Grant> all, Scope scope) {
    Set<Role> roles =
        person.roles().stream()
            .flatMap(name -> Role.named(name).stream())
            .collect(Collectors.toSet());
    if (person.roles().isEmpty()) {
      return Sight.AWAITED;
    }
    List<Grant> own =
        all.stream()
            .filter(grant -> grant.person().isEmpty() || grant.person().get().equals(person.id()))
            .toList();
    String kind = Comment.KIND.name();
    if (Access.of(roles).within(Grants.of(own)).mayRead(kind, scope)) {
      return Sight.SEES;
    }
    if (!Access.of(roles).mayRead(kind, scope)) {
      return Sight.NO_ROLE;
    }
    boolean isInStudy = Grants.of(own).covers(new Scope(scope.study(), false));
    return isInStudy ? Sight.RESTRICTED : Sight.NO_ACCESS;
  }

  private List<RecordView> all(String kind) {
    List<RecordView> all = new ArrayList<>();
    List<RecordView> page = store.newest(kind, 0, LocalStore.PAGE_MAX);
    while (!page.isEmpty()) {
      page.stream().filter(view -> view.workspace().equals(store.home())).forEach(all::add);
      page =
          page.size() < LocalStore.PAGE_MAX
              ? List.of()
              : store.newest(kind, all.size(), LocalStore.PAGE_MAX);
    }
    return all;
  }

  private static Member member(
      Optional<RecordId> person,
      String name,
      String login,
      Set<String> roles,
      boolean isYou,
      Optional<RecordId> study,
      Map<RecordId, Level> levels) {
    Level general = person.isPresent() ? level(levels, Optional.empty(), study) : Level.NONE;
    if (study.isPresent()) {
      general = max(general, level(levels, Optional.empty(), Optional.empty()));
      general = max(general, level(levels, person, Optional.empty()));
    }
    return new Member(
        person, name, login, roles, isYou, false, level(levels, person, study), general);
  }

  private static Level level(
      Map<RecordId, Level> levels, Optional<RecordId> person, Optional<RecordId> study) {
    return levels.getOrDefault(Grant.idOf(person, study), Level.NONE);
  }

  private static Level max(Level one, Level other) {
    return one.reaches(other) ? one : other;
  }

  /** Whether people sign in here at all. */
  public boolean isKnown() {
    return store.rights().standing().isPresent();
  }

  /** Why access to a study, or to all of them, cannot be given; empty when it can. */
  Optional<String> whyNot(Optional<RecordId> study) {
    return why(store.rights().access().writeAt(new Scope(study, false), Grant.KIND.name()));
  }

  /** Why nobody can be invited; empty when it can be. */
  Optional<String> whyNotInvite() {
    return why(store.rights().access().write(Person.KIND.name()));
  }

  private static Optional<String> why(Access.Decision decision) {
    return decision instanceof Access.Decision.Refused(String why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Gives somebody, or everybody, a level. */
  Draft grant(Optional<RecordId> person, Optional<RecordId> study, Level level) {
    Grant grant = Grant.of(person, study, level);
    Map<String, Value> fields =
        store.find(grant.id()).isPresent()
            ? Map.of(Grant.LEVEL, Value.text(level.wireName()))
            : grant.toFields();
    return new Draft.Set(grant.id(), Grant.KIND.name(), fields);
  }

  /** Takes somebody out of the workspace, or back into it. */
  static List<Draft> move(Member member, Action action) {
    return member.person().stream()
        .<Draft>map(person -> new Draft.Move(person, Person.KIND.name(), action))
        .toList();
  }

  /**
   * Names somebody who has not signed in yet; nothing when they are known. Whoever was removed is
   * taken back.
   */
  List<Draft> invite(String login) {
    String clean = PlainText.clean(login).strip();
    Optional<Member> gone =
        removed().map(Team::removed).filter(it -> it.login().equalsIgnoreCase(clean)).findFirst();
    if (gone.isPresent()) {
      return move(gone.get(), Action.RESTORE);
    }
    boolean isKnown =
        all(Person.KIND.name()).stream()
            .map(view -> new FieldMap(view.fields()).text(Person.LOGIN))
            .anyMatch(clean::equalsIgnoreCase);
    return clean.isEmpty() || clean.length() > Person.LOGIN_LENGTH_MAX || isKnown
        ? List.of()
        : List.of(
            new Draft.Set(
                Person.invited(clean),
                Person.KIND.name(),
                Map.of(Person.LOGIN, Value.text(clean))));
  }
}
