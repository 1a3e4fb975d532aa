package dev.throughline.model.access;

import dev.throughline.model.access.AccessRow.Owners;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.sync.TextDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one person may do, by all their roles and grants together. */
public final class Access {
  /** Whether something is allowed; if not, one sentence for people that says why. */
  public sealed interface Decision {
    record Allowed() implements Decision {}

    record Refused(String why) implements Decision {}
  }

  /** Where nobody signs in, everybody may do everything. */
  public static final Access EVERYTHING = new Access(Optional.empty(), Grants.EVERYWHERE);

  /** Of somebody who was removed: nothing, whatever their roles. */
  public static final Access NOTHING = of(Set.of());

  private static final Decision ALLOWED = new Decision.Allowed();
  private static final String ONLY_OWNERS =
      "Only owners of a study and key administrators give access to it.";

  private final Optional<Set<Role>> roles;
  private final Grants grants;

  private Access(Optional<Set<Role>> roles, Grants grants) {
    this.roles = roles;
    this.grants = grants;
  }

  /** What somebody with these roles may do in every study; nothing without any. */
  public static Access of(Set<Role> roles) {
    return new Access(Optional.of(Role.effective(roles)), Grants.EVERYWHERE);
  }

  /** The same within these grants only; where nobody signs in, grants count for nothing. */
  public Access within(Grants its) {
    return roles.isEmpty() ? this : new Access(roles, its);
  }

  /** The roles that count; empty where nobody signs in. */
  public Optional<Set<Role>> roles() {
    return roles;
  }

  /** Which studies are within reach. */
  public Grants grants() {
    return grants;
  }

  /** The same of somebody without a record, to whom nothing was moved. */
  public Optional<Standing> standing() {
    return standing(Optional.empty(), 0);
  }

  /**
   * What a server tells a desktop of it; empty where nobody signs in.
   *
   * @param arrived as for {@link #tag}
   */
  public Optional<Standing> standing(Optional<RecordId> person, long arrived) {
    return roles.map(
        held ->
            new Standing(
                held.stream().map(Role::wireName).collect(Collectors.toSet()),
                Set.copyOf(reads()),
                grants.toNames(),
                person,
                arrived,
                tag(arrived)));
  }

  /**
   * Stands for what may be read; empty where everything may be.
   *
   * @param arrived the last entry by which something came within reach without being written anew;
   *     0 when nothing did
   */
  public String tag(long arrived) {
    return roles.isEmpty()
        ? ""
        : TextDigest.of(
            roles.get().stream().map(Role::wireName).sorted().toList()
                + String.join(" ", reads())
                + grants.toNames()
                + arrived);
  }

  private List<String> reads() {
    return AccessMatrix.ROWS.stream().map(AccessRow::kind).filter(this::mayRead).sorted().toList();
  }

  /** Whether some records of this kind may be read. */
  public boolean mayRead(String kind) {
    return right(kind) != Right.NONE;
  }

  /** Whether some kind of record may be read in the one scope and not in the other. */
  public boolean readsMoreIn(Scope one, Scope other) {
    return AccessMatrix.ROWS.stream()
        .map(AccessRow::kind)
        .anyMatch(kind -> mayRead(kind, one) && !mayRead(kind, other));
  }

  /** Whether grants keep nothing out of sight but what is for owners alone. */
  public boolean isAlike() {
    return roles.isEmpty() || grants.coversAll();
  }

  /** Whether every record of this kind may be read, or none: wherever it is. */
  public boolean isAlike(String kind) {
    return roles.isEmpty()
        || !mayRead(kind)
        || (grants.coversAll() && owners(kind) != Owners.ALONE && isReadWhole(kind));
  }

  /** Comments follow what they are about, which may be of any kind. */
  private boolean isReadWhole(String kind) {
    return !kind.equals(Comment.KIND.name())
        || AccessMatrix.ROWS.stream()
            .allMatch(row -> mayRead(row.kind()) && row.owners() != Owners.ALONE);
  }

  /** Whether a record of this kind may be read, in this scope. */
  public boolean mayRead(String kind, Scope scope) {
    return roles.isEmpty()
        || (!isOthers(kind, scope)
            && unread(scope).isEmpty()
            && roles.get().stream()
                .filter(role -> right(kind, role) != Right.NONE)
                .anyMatch(role -> reaches(role, scope)));
  }

  /** The kind of what a comment is about, where that may not be read. */
  private Optional<String> unread(Scope scope) {
    return scope.about().filter(kind -> !mayRead(kind, scope.about(Optional.empty())));
  }

  /** Whether any record of this kind may be made and changed in every field. */
  public Decision write(String kind) {
    return write(kind, Optional.empty(), Optional.empty());
  }

  /** Whether these fields of a record of this kind may be changed. */
  public Decision write(String kind, Set<String> fields) {
    return write(kind, Optional.of(fields), Optional.empty());
  }

  /** Whether a record of this kind may be made, and changed in every field, in this scope. */
  public Decision writeAt(Scope scope, String kind) {
    return write(kind, Optional.empty(), Optional.of(scope));
  }

  /** Whether these fields of a record of this kind may be changed, in this scope. */
  public Decision writeAt(Scope scope, String kind, Set<String> fields) {
    return write(kind, Optional.of(fields), Optional.of(scope));
  }

  private Decision write(String kind, Optional<Set<String>> fields, Optional<Scope> scope) {
    if (roles.isEmpty() || isOwned(kind, scope)) {
      return ALLOWED;
    }
    Set<Role> writers =
        roles.get().stream()
            .filter(role -> isWriter(kind, role, fields))
            .collect(Collectors.toSet());
    if (writers.isEmpty()) {
      return new Decision.Refused(
          owners(kind) == Owners.WRITE && mayRead(kind) ? ONLY_OWNERS : why(kind, right(kind)));
    }
    Optional<String> unread = scope.flatMap(this::unread);
    if (unread.isPresent() && !mayRead(unread.get())) {
      return new Decision.Refused(why(unread.get(), Right.NONE));
    }
    boolean isThere =
        scope.isEmpty()
            || (!isOthers(kind, scope.get())
                && unread.isEmpty()
                && writers.stream().anyMatch(role -> reaches(role, scope.get())));
    return isThere ? ALLOWED : new Decision.Refused(outside(scope.orElseThrow()));
  }

  private static boolean isWriter(String kind, Role role, Optional<Set<String>> fields) {
    return AccessMatrix.row(kind)
        .filter(
            row ->
                fields
                    .map(named -> row.isWriter(role, named))
                    .orElseGet(() -> row.isWriterOfAll(role)))
        .isPresent();
  }

  /** Whether being an owner is enough to write it. */
  private boolean isOwned(String kind, Optional<Scope> scope) {
    return owners(kind) == Owners.WRITE
        && right(kind) != Right.NONE
        && scope.map(grants::at).filter(Level.OWNER::equals).isPresent();
  }

  /** Whether it is for owners alone, of whom this is none. */
  private boolean isOthers(String kind, Scope scope) {
    return owners(kind) == Owners.ALONE && grants.at(scope) != Level.OWNER;
  }

  /** A duty looks into every study, but into what is restricted only by a grant. */
  private boolean reaches(Role role, Scope scope) {
    return grants.covers(scope) || (role.isDuty() && !scope.restricted());
  }

  private static Owners owners(String kind) {
    return AccessMatrix.row(kind).map(AccessRow::owners).orElse(Owners.AS_OTHERS);
  }

  private static Right right(String kind, Role role) {
    return AccessMatrix.row(kind).map(row -> row.right(role)).orElse(Right.NONE);
  }

  private Right right(String kind) {
    if (roles.isEmpty()) {
      return Right.WRITE;
    }
    return roles.get().stream()
        .map(role -> right(kind, role))
        .max(Comparator.naturalOrder())
        .orElse(Right.NONE);
  }

  private String outside(Scope scope) {
    if (scope.study().isEmpty()) {
      return "Only those with access to all restricted interviews work with one in no study.";
    }
    return grants.at(scope).reaches(Level.OPEN)
        ? "This is restricted, and your access to the study does not reach that far."
        : "You have no access to the study this belongs to.";
  }

  private String why(String kind, Right right) {
    String who =
        roles.filter(held -> !held.isEmpty()).map(Access::words).orElse("Somebody without a role");
    return switch (right) {
      case NONE -> who + " has no access to " + words(kind) + ".";
      case READ -> who + " reads " + words(kind) + " and changes none.";
      case WRITE -> who + " changes only some fields of " + words(kind) + ".";
    };
  }

  private static String words(Set<Role> roles) {
    String all = roles.stream().sorted().map(Role::words).collect(Collectors.joining(" and "));
    return ("aeiou".indexOf(all.charAt(0)) >= 0 ? "An " : "A ") + all;
  }

  private static String words(String kind) {
    return AccessMatrix.row(kind).map(AccessRow::words).orElse("records of the kind " + kind);
  }
}
