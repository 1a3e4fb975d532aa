package dev.throughline.model.access;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far one person may look into which studies, by all their grants together.
 *
 * @param everywhere how far into every study
 * @param studies how far into single studies; a lower level than {@code everywhere} takes nothing
 *     away
 */
public record Grants(Level everywhere, Map<RecordId, Level> studies) {
  /** Of somebody whom no grant limits. */
  public static final Grants EVERYWHERE = new Grants(Level.RESTRICTED, Map.of());

  /** The key of {@code everywhere} among the levels by name. */
  private static final String ALL = "all";

  public Grants {
    studies = Map.copyOf(studies);
  }

  /** What these grants come to, those for everybody and those for the person. */
  public static Grants of(Collection<Grant> grants) {
    Level everywhere = Level.NONE;
    Map<RecordId, Level> studies = new HashMap<>();
    for (Grant grant : grants) {
      if (grant.study().isEmpty()) {
        everywhere = max(everywhere, grant.level());
      } else {
        studies.merge(grant.study().get(), grant.level(), Grants::max);
      }
    }
    studies.values().removeIf(Level.NONE::equals);
    return new Grants(everywhere, studies);
  }

  private static Level max(Level one, Level other) {
    return one.reaches(other) ? one : other;
  }

  /** How far into what belongs to a scope. */
  Level at(Scope scope) {
    Level own =
        scope.study().map(study -> studies.getOrDefault(study, Level.NONE)).orElse(Level.NONE);
    return max(everywhere, own);
  }

  /** Whether somebody with these grants may look into a scope. */
  public boolean covers(Scope scope) {
    return (scope.study().isEmpty() && !scope.restricted()) || at(scope).reaches(needed(scope));
  }

  private static Level needed(Scope scope) {
    return scope.restricted() ? Level.RESTRICTED : Level.OPEN;
  }

  /** Whether they reach that far into a study. */
  public boolean reachesAll(RecordId study, Level level) {
    return at(new Scope(Optional.of(study), false)).reaches(level);
  }

  /** Whether nothing but what is for owners is out of sight. */
  boolean coversAll() {
    return everywhere.reaches(Level.RESTRICTED);
  }

  /** The same with one more grant. */
  public Grants and(RecordId study, Level level) {
    Map<RecordId, Level> more = new HashMap<>(studies);
    more.merge(study, level, Grants::max);
    return new Grants(everywhere, more);
  }

  /** Levels by the id of the study, and by {@code all}, as they stand on the wire. */
  public Map<String, String> toNames() {
    Map<String, String> names = new TreeMap<>();
    names.put(ALL, everywhere.wireName());
    studies.forEach((study, level) -> names.put(study.toString(), level.wireName()));
    return names;
  }

  /** Reads levels by name; of a level this version does not know nothing is granted. */
  public static Grants ofNames(Map<String, String> names) {
    Map<RecordId, Level> studies = new HashMap<>();
    names.forEach(
        (study, level) -> {
          FieldMap key = new FieldMap(Map.of(ALL, Value.text(study)));
          key.reference(ALL).ifPresent(id -> studies.put(id, Level.of(level)));
        });
    return new Grants(Level.of(names.getOrDefault(ALL, "")), studies);
  }
}
