package dev.throughline.desktop.store;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.sync.Standing;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What the server last said the person may do with the joined workspace. Holds offline, until the
 * next hello. A store that never heard of it, or whose server asks nobody to sign in, allows all.
 */
public final class Rights {
  private static final String ROLES = "standingRoles";
  private static final String READS = "standingReads";
  private static final String TAG = "standingTag";

  private final LocalStore store;
  private final Facts facts;
  private final Intake intake;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<Standing> standing;

  Rights(LocalStore store, StoreMedium medium, Intake intake) {
    this.store = store;
    this.facts = medium.facts();
    this.intake = intake;
    this.standing = store.read(this::kept);
  }

  /** What the server said; empty where nobody signs in. */
  public Optional<Standing> standing() {
    return standing;
  }

  /** What one may do with records of the joined workspace. */
  public Access access() {
    return standing
        .map(
            said ->
                Access.of(
                    said.roles().stream()
                        .flatMap(name -> Role.named(name).stream())
                        .collect(Collectors.toSet())))
        .orElse(Access.EVERYTHING);
  }

  /** Under which rights a pull is asked for now; empty where nobody signs in. */
  public String tag() {
    return standing.map(Standing::tag).orElse("");
  }

  /** Why drafts on shared records may not be saved; empty when all of them may. */
  Optional<String> refusal(List<Draft> drafts) {
    Access access = access();
    for (Draft draft : drafts) {
      if (decide(access, draft) instanceof Access.Decision.Refused(String why)) {
        return Optional.of(why);
      }
    }
    return Optional.empty();
  }

  private Access.Decision decide(Access access, Draft draft) {
    boolean isNew = store.find(draft.record()).isEmpty();
    return switch (draft) {
      case Draft.Set set when !isNew -> access.write(set.kind(), set.fields().keySet());
      case Draft.Text text when !isNew -> access.write(text.kind(), Set.of(text.field()));
      case Draft.Set _, Draft.Text _, Draft.Move _ -> access.write(draft.kind());
    };
  }

  /**
   * Calls back after what one may do has changed, on any thread.
   *
   * @return takes the listener away again
   */
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Goes on with what the server says now. What may not be read any more is forgotten, but for
   * one's own unsettled work; where more may be read, everything is pulled anew.
   */
  public void take(Optional<Standing> now) {
    Optional<RecordsChanged> changed = Optional.empty();
    synchronized (store) {
      if (now.equals(standing)) {
        return;
      }
      Optional<Standing> before = standing;
      changed = store.write(() -> change(before, now));
      standing = now;
    }
    changed.ifPresent(store::tell);
    listeners.forEach(Runnable::run);
  }

  private Optional<RecordsChanged> change(Optional<Standing> before, Optional<Standing> now)
      throws SQLException {
    keep(now);
    boolean gainsAny =
        before.isPresent()
            && now.map(said -> !before.get().reads().containsAll(said.reads())).orElse(true);
    if (gainsAny) {
      intake.pullAnew();
    }
    boolean losesAny =
        now.isPresent()
            && before.map(said -> !now.get().reads().containsAll(said.reads())).orElse(true);
    return losesAny ? Optional.of(intake.keepOnly(now.get().reads())) : Optional.empty();
  }

  private void keep(Optional<Standing> now) throws SQLException {
    facts.put(ROLES, now.map(said -> joined(said.roles())).orElse(""));
    facts.put(READS, now.map(said -> joined(said.reads())).orElse(""));
    facts.put(TAG, now.map(Standing::tag).orElse(""));
  }

  private Optional<Standing> kept() throws SQLException {
    Optional<String> tag = facts.get(TAG).filter(text -> !text.isEmpty());
    return tag.isEmpty()
        ? Optional.empty()
        : Optional.of(new Standing(parted(ROLES), parted(READS), tag.get()));
  }

  private Set<String> parted(String fact) throws SQLException {
    return new HashSet<>(
        Arrays.stream(facts.get(fact).orElse("").split(" "))
            .filter(name -> !name.isEmpty())
            .toList());
  }

  private static String joined(Collection<String> names) {
    return String.join(" ", new TreeSet<>(names));
  }
}
