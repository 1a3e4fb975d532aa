package dev.throughline.desktop.store;

import dev.throughline.model.access.Access;
import dev.throughline.model.access.Grants;
import dev.throughline.model.access.Role;
import dev.throughline.model.access.Scope;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.comment.CommentRule;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.people.Level;
import dev.throughline.model.study.Study;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the server last said the person may do with the joined workspace. Holds offline, until the
 * next hello. A store that never heard of it, or whose server asks nobody to sign in, allows all.
 */
public final class Rights {
  private static final String ROLES = "standingRoles";
  private static final String READS = "standingReads";
  private static final String GRANTS = "standingGrants";
  private static final String PERSON = "standingPerson";
  private static final String ARRIVED = "standingArrived";
  private static final String TAG = "standingTag";
  private static final String KERNEL = "kernelApprovals";

  private final LocalStore store;
  private final Facts facts;
  private final StoreMedium medium;
  private final Intake intake;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<List<String>>> farewells = new CopyOnWriteArrayList<>();
  private volatile Optional<Standing> standing;

  Rights(LocalStore store, StoreMedium medium, Intake intake) {
    this.store = store;
    this.facts = medium.facts();
    this.medium = medium;
    this.intake = intake;
    this.standing = store.read(this::kept);
  }

  /** What the server said; empty where nobody signs in. */
  public Optional<Standing> standing() {
    return standing;
  }

  /** What one may do with records of the joined workspace. */
  public Access access() {
    return standing.map(Rights::access).orElse(Access.EVERYTHING);
  }

  /** Remembers how many approvals Kernel takes, if the server says so. */
  public void kernelTakes(Optional<Integer> approvals) {
    int now = approvals.orElse(0);
    if (now != kernelTakes()) {
      store.write(
          () -> {
            facts.put(KERNEL, now);
            return now;
          });
    }
  }

  /** How many approvals Kernel takes, as the server said last; 0 when it never did. */
  public int kernelTakes() {
    return store.read(() -> Math.toIntExact(facts.number(KERNEL)));
  }

  /** The record of whoever signed in; empty where nobody does. */
  public Optional<RecordId> person() {
    return standing.flatMap(Standing::person);
  }

  /** Where comments on a record belong. */
  public Scope scopeOfComments(RecordId about) {
    Map<String, Value> fields = Map.of(Comment.ABOUT, Value.text(about.toString()));
    return store.read(
        () -> Reach.asShown(medium.records()).scope(about, Comment.KIND.name(), fields));
  }

  /** Why nothing can be said about a record, as a sentence; empty when it can. */
  public Optional<String> whyNoComments(RecordId about) {
    Map<String, Value> fields = Map.of(Comment.ABOUT, Value.text(about.toString()));
    String kind = Comment.KIND.name();
    return store.read(
        () -> {
          Reach reach = Reach.asShown(medium.records());
          boolean isShared =
              reach.view(about).filter(it -> it.workspace().equals(store.home())).isPresent();
          Scope scope = reach.scope(about, kind, fields);
          return isShared
                  && reach.at(scope, access()).writeAt(scope, kind)
                      instanceof Access.Decision.Refused(String why)
              ? Optional.of(why)
              : Optional.empty();
        });
  }

  private static Access access(Standing said) {
    Set<Role> roles =
        said.roles().stream()
            .flatMap(name -> Role.named(name).stream())
            .collect(Collectors.toSet());
    return Access.of(roles).within(Grants.ofNames(said.grants()));
  }

  /** Under which rights a pull is asked for now; empty where nobody signs in. */
  public String tag() {
    return standing.map(Standing::tag).orElse("");
  }

  /** Why drafts on shared records may not be saved; empty when all of them may. */
  Optional<String> refusal(List<Draft> drafts) {
    return store.read(() -> why(drafts));
  }

  private Optional<String> why(List<Draft> drafts) throws SQLException {
    Access access = access();
    Reach now = Reach.asShown(medium.records());
    Reach then = Reach.asShown(medium.records());
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Set set) {
        then.assume(set.record(), set.fields());
      }
    }
    for (Draft draft : drafts) {
      Optional<RecordView> old = now.view(draft.record());
      if (old.isPresent()) {
        Optional<String> here = why(draft, old, old.get().fields(), now, access);
        if (here.isPresent()) {
          return here;
        }
      }
      Map<String, Value> fields =
          new HashMap<>(old.map(RecordView::fields).orElse(new TreeMap<>()));
      if (draft instanceof Draft.Set set) {
        fields.putAll(set.fields());
      }
      Optional<String> there = others(draft, old);
      if (there.isEmpty()) {
        there = why(draft, old, fields, then, access);
      }
      if (there.isPresent()) {
        return there;
      }
    }
    return Optional.empty();
  }

  /** Why a comment of somebody else is left as it is. */
  private Optional<String> others(Draft draft, Optional<RecordView> old) {
    if (!draft.kind().equals(Comment.KIND.name())) {
      return Optional.empty();
    }
    Map<String, Value> changed =
        switch (draft) {
          case Draft.Set set -> set.fields();
          case Draft.Text text -> Map.of(text.field(), Value.text(text.after()));
          case Draft.Move _ -> Map.of();
        };
    Action action = draft instanceof Draft.Move move ? move.action() : Action.EDIT;
    return CommentRule.refusal(old.map(RecordView::fields), changed, action, person());
  }

  private static Optional<String> why(
      Draft draft, Optional<RecordView> old, Map<String, Value> fields, Reach reach, Access access)
      throws SQLException {
    Scope scope = reach.scope(draft.record(), draft.kind(), fields);
    Access here = reach.at(scope, access);
    Access.Decision decision =
        switch (draft) {
          case Draft.Set set when old.isPresent() ->
              here.writeAt(scope, set.kind(), set.fields().keySet());
          case Draft.Text text when old.isPresent() ->
              here.writeAt(scope, text.kind(), Set.of(text.field()));
          case Draft.Set _, Draft.Text _, Draft.Move _ -> here.writeAt(scope, draft.kind());
        };
    return decision instanceof Access.Decision.Refused(String why)
        ? Optional.of(why)
        : Optional.empty();
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
    List<String> ended = new ArrayList<>();
    synchronized (store) {
      if (now.equals(standing)) {
        return;
      }
      Optional<Standing> before = standing;
      changed = store.write(() -> change(before, now, ended));
      standing = now;
    }
    changed.ifPresent(store::tell);
    listeners.forEach(Runnable::run);
    if (!ended.isEmpty()) {
      farewells.forEach(listener -> listener.accept(List.copyOf(ended)));
    }
  }

  /** Calls back, on the thread that syncs, with the titles of studies one has lost access to. */
  public void onEnded(Consumer<List<String>> listener) {
    farewells.add(listener);
  }

  private Optional<RecordsChanged> change(
      Optional<Standing> before, Optional<Standing> now, List<String> ended) throws SQLException {
    keep(now);
    if (before.isPresent() && (now.isEmpty() || gains(before.get(), now.get()))) {
      intake.pullAnew();
    }
    if (now.isEmpty()) {
      return Optional.empty();
    }
    boolean losesKinds =
        before.map(said -> !now.get().reads().containsAll(said.reads())).orElse(true);
    Optional<RecordsChanged> changed =
        losesKinds ? Optional.of(intake.keepOnly(now.get().reads())) : Optional.empty();
    WorkspaceId home = WorkspaceId.of(facts.get("home").orElseThrow());
    Reach reach = Reach.asServerSaid(medium);
    Set<RecordId> beyond = reach.beyond(home, access(now.get()));
    if (reach.isUnsure()) {
      // The server gives back what was within reach.
      intake.pullAnew();
    }
    for (RecordView view : medium.records().findAll(beyond).values()) {
      if (view.kind().equals(Study.KIND.name())) {
        ended.add(new FieldMap(view.fields()).text("title"));
      }
    }
    return beyond.isEmpty() ? changed : Optional.of(intake.forget(beyond));
  }

  /** Whether there may be records that were withheld before. */
  private boolean gains(Standing before, Standing now) throws SQLException {
    if (!before.reads().containsAll(now.reads())
        || !before.roles().containsAll(now.roles())
        || now.arrived() > before.arrived()) {
      return true;
    }
    Grants had = Grants.ofNames(before.grants());
    Grants has = Grants.ofNames(now.grants());
    for (Map.Entry<RecordId, Level> study : has.studies().entrySet()) {
      // Of a study one made there was nothing before.
      boolean isMadeHere =
          medium.pending().ofRecord(study.getKey()).stream().anyMatch(Rights::isComing);
      if (!isMadeHere && !had.reachesAll(study.getKey(), study.getValue())) {
        return true;
      }
    }
    return !had.everywhere().reaches(has.everywhere());
  }

  /** Whether the record's making is in the log beyond where this store has pulled. */
  private static boolean isComing(PendingOps.Row row) {
    Waiting made = row.waiting();
    return made.state() == WaitingState.ANSWERED && made.op().baseSeq() == 0;
  }

  /**
   * One's own work that the server does not have, on records that go out of reach with this
   * standing; by the study they belong to, oldest first.
   */
  public SortedMap<RecordId, List<Waiting>> losing(Optional<Standing> now) {
    SortedMap<RecordId, List<Waiting>> losing = new TreeMap<>();
    if (standing.isEmpty() || now.isEmpty() || now.equals(standing)) {
      return losing;
    }
    Access had = access();
    Access has = access(now.get());
    List<Waiting> unsettled = store.unsettled(Integer.MAX_VALUE);
    return store.read(
        () -> {
          Reach reach = Reach.asServerSaid(medium);
          for (Waiting waiting : unsettled) {
            Optional<Scope> scope = scope(reach, waiting.op().record());
            boolean isLost =
                scope.isPresent()
                    && had.mayRead(waiting.op().kind(), scope.get())
                    && !reach.at(scope.get(), has).mayRead(waiting.op().kind(), scope.get());
            if (isLost && scope.get().study().isPresent()) {
              losing
                  .computeIfAbsent(scope.get().study().get(), _ -> new ArrayList<>())
                  .add(waiting);
            }
          }
          return losing;
        });
  }

  private static Optional<Scope> scope(Reach reach, RecordId record) throws SQLException {
    Optional<RecordView> view = reach.view(record);
    return view.isEmpty()
        ? Optional.empty()
        : Optional.of(reach.scope(record, view.get().kind(), view.get().fields()));
  }

  private void keep(Optional<Standing> now) throws SQLException {
    facts.put(ROLES, now.map(said -> joined(said.roles())).orElse(""));
    facts.put(READS, now.map(said -> joined(said.reads())).orElse(""));
    facts.put(GRANTS, now.map(said -> joined(pairs(said.grants()))).orElse(""));
    facts.put(PERSON, now.flatMap(Standing::person).map(RecordId::toString).orElse(""));
    facts.put(ARRIVED, now.map(Standing::arrived).orElse(0L));
    facts.put(TAG, now.map(Standing::tag).orElse(""));
  }

  private Optional<Standing> kept() throws SQLException {
    Optional<String> tag = facts.get(TAG).filter(text -> !text.isEmpty());
    if (tag.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> grants = new TreeMap<>();
    for (String pair : parted(GRANTS)) {
      int cut = pair.indexOf('=');
      grants.put(pair.substring(0, cut), pair.substring(cut + 1));
    }
    return Optional.of(
        new Standing(
            parted(ROLES),
            parted(READS),
            grants,
            facts.get(PERSON).filter(id -> !id.isEmpty()).map(RecordId::of),
            facts.number(ARRIVED),
            tag.get()));
  }

  private static List<String> pairs(Map<String, String> grants) {
    return grants.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
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
