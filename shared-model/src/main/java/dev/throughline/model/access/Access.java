package dev.throughline.model.access;

import dev.throughline.model.sync.Standing;
import dev.throughline.model.sync.TextDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one person may do, by all their roles together. */
public final class Access {
  /** Whether something is allowed; if not, one sentence for people that says why. */
  public sealed interface Decision {
    record Allowed() implements Decision {}

    record Refused(String why) implements Decision {}
  }

  /** Where nobody signs in, everybody may do everything. */
  public static final Access EVERYTHING = new Access(Optional.empty());

  private static final Decision ALLOWED = new Decision.Allowed();

  private final Optional<Set<Role>> roles;

  private Access(Optional<Set<Role>> roles) {
    this.roles = roles;
  }

  /** What somebody with these roles may do; nothing without any. */
  public static Access of(Set<Role> roles) {
    return new Access(Optional.of(Role.effective(roles)));
  }

  /** The roles that count; empty where nobody signs in. */
  public Optional<Set<Role>> roles() {
    return roles;
  }

  /** What a server tells a desktop of it; empty where nobody signs in. */
  public Optional<Standing> standing() {
    return roles.map(
        held ->
            new Standing(
                held.stream().map(Role::wireName).collect(Collectors.toSet()),
                Set.copyOf(reads()),
                tag()));
  }

  /** Stands for what may be read; empty where everything may be. */
  public String tag() {
    return roles.isEmpty() ? "" : TextDigest.of(String.join(" ", reads()));
  }

  private List<String> reads() {
    return AccessMatrix.ROWS.stream().map(AccessRow::kind).filter(this::mayRead).sorted().toList();
  }

  /** Whether records of this kind may be read. */
  public boolean mayRead(String kind) {
    return right(kind) != Right.NONE;
  }

  /** Whether any record of this kind may be made and changed in every field. */
  public Decision write(String kind) {
    return write(kind, Optional.empty());
  }

  /** Whether these fields of a record of this kind may be changed. */
  public Decision write(String kind, Set<String> fields) {
    return write(kind, Optional.of(fields));
  }

  private Decision write(String kind, Optional<Set<String>> fields) {
    if (roles.isEmpty()) {
      return ALLOWED;
    }
    Optional<AccessRow> row = AccessMatrix.row(kind);
    boolean isWriter =
        row.isPresent()
            && roles.get().stream()
                .anyMatch(
                    role ->
                        fields
                            .map(named -> row.get().isWriter(role, named))
                            .orElseGet(() -> row.get().isWriterOfAll(role)));
    return isWriter ? ALLOWED : new Decision.Refused(why(kind, right(kind)));
  }

  private Right right(String kind) {
    if (roles.isEmpty()) {
      return Right.WRITE;
    }
    return roles.get().stream()
        .map(role -> AccessMatrix.row(kind).map(row -> row.right(role)).orElse(Right.NONE))
        .max(Comparator.naturalOrder())
        .orElse(Right.NONE);
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
