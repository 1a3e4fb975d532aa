package dev.throughline.trials.sim;

import dev.throughline.desktop.journal.JournalEntry;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.store.Waiting;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.EveryPolicy;
import dev.throughline.model.kind.Field;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.kind.MergePolicy;
import dev.throughline.model.sync.Action;
import dev.throughline.model.sync.Op;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a person does at one desktop, chosen by dice from what the desktop shows. */
final class Gestures {
  /** Few records, so that people meet. */
  private static final int RECORDS_AIM = 9;

  private static final int EVERY_POLICY_AIM = 2;

  private final World world;
  private final Device device;
  private final Life life;
  private final Dice dice;
  private final Typing typing;
  private final List<RecordView> views;

  Gestures(World world, Device device, Life life, Dice dice) {
    this.world = world;
    this.device = device;
    this.life = life;
    this.dice = dice;
    this.typing = new Typing(world.tokens, device, dice);
    this.views = List.copyOf(Views.of(life.ledger().store()).values());
  }

  void perform(Verb verb) {
    switch (verb) {
      case CREATE -> save(views.size() < RECORDS_AIM ? create() : set());
      case SET -> save(set());
      case TYPE -> save(type());
      case TRASH -> save(move(Action.TRASH));
      case RESTORE -> save(move(Action.RESTORE));
      case GROUP -> save(group());
      case INVALID -> save(invalid());
      case UNKNOWN_FIELD -> save(unknownField());
      case EVERY_POLICY -> save(everyPolicy());
      case RESOLVE -> save(resolve());
      case SEND_AGAIN -> sendAgain();
      case DISCARD -> discard();
      default -> throw new IllegalArgumentException(verb + " is no gesture");
    }
  }

  private void save(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    saved(() -> life.ledger().record(drafts), drafts);
    world.note(device.name(), "did " + drafts);
  }

  private void sendAgain() {
    List<Waiting> aside = life.ledger().store().aside().parked(Integer.MAX_VALUE);
    if (!aside.isEmpty()) {
      saved(() -> life.ledger().sendAgain(aside, true), List.of());
    }
  }

  private void discard() {
    List<Waiting> aside = life.ledger().store().aside().parked(Integer.MAX_VALUE);
    if (!aside.isEmpty()) {
      aside.forEach(each -> world.tokens.givenUp(FieldWords.of(each.op(), _ -> "")));
      saved(() -> life.ledger().discard(aside), List.of());
    }
  }

  private void saved(Supplier<SaveResult> saving, List<Draft> drafts) {
    int before = device.journal().written().size();
    SaveResult result = saving.get();
    switch (result) {
      case SaveResult.Saved _ -> {
        world.tally.add(Tally.Of.GESTURES, 1);
        List<String> words = new ArrayList<>(typing.typed());
        words.retainAll(FieldWords.of(drafts));
        world.tokens.saved(words);
        device.journal().written().stream().skip(before).forEach(entry -> acknowledged(entry));
      }
      case SaveResult.NotSaved(String code, String sentence) ->
          world.violated("I1", device.name() + " did not save: " + code + " " + sentence);
    }
  }

  private void acknowledged(JournalEntry entry) {
    List<Op> ops = Checks.opsOf(entry);
    world.tally.add(Tally.Of.OPS, ops.size());
    ops.forEach(op -> device.saved(op.id()));
  }

  private List<Draft> create() {
    Kind kind = dice.of(Gestures.madeKinds());
    return List.of(new Draft.Set(life.ledger().newRecord(), kind.name(), values(kind, Map.of())));
  }

  static List<Kind> madeKinds() {
    return List.of(
        named("study"), named("interview"), named("memo"), named("topic"), named("consent"));
  }

  static Kind named(String kind) {
    return Kinds.named(kind).orElseThrow();
  }

  private Map<String, Value> values(Kind kind, Map<String, Value> current) {
    Map<String, Value> values = new TreeMap<>();
    for (Field field : kind.fields()) {
      boolean isSet = dice.chance(current.isEmpty() ? 70 : 30);
      if (isSet) {
        typing
            .value(field, current.getOrDefault(field.name(), Value.NOTHING), views)
            .ifPresent(value -> values.put(field.name(), value));
      }
    }
    return values;
  }

  private List<Draft> set() {
    return anyOf(Gestures::isEditable).map(this::set).orElseGet(this::create);
  }

  private List<Draft> set(RecordView view) {
    Kind kind = named(view.kind());
    List<Field> fields =
        kind.fields().stream().filter(field -> field.merge() != MergePolicy.TEXT).toList();
    Field field = dice.of(fields);
    Value current = view.fields().getOrDefault(field.name(), Value.NOTHING);
    Map<String, Value> values = new TreeMap<>();
    typing.value(field, current, views).ifPresent(value -> values.put(field.name(), value));
    return values.isEmpty() ? List.of() : List.of(new Draft.Set(view.id(), view.kind(), values));
  }

  private static boolean isEditable(RecordView view) {
    return !view.trashed()
        && !view.kind().equals("conflict")
        && Kinds.named(view.kind()).isPresent();
  }

  private List<Draft> type() {
    return anyOf(view -> isEditable(view) && !texts(view).isEmpty())
        .map(this::type)
        .orElseGet(this::create);
  }

  private static List<Field> texts(RecordView view) {
    return named(view.kind()).fields().stream()
        .filter(field -> field.merge() == MergePolicy.TEXT)
        .toList();
  }

  private List<Draft> type(RecordView view) {
    Field field = dice.of(texts(view).subList(0, 1));
    String shown = view.fields().get(field.name()) instanceof Value.Text(String text) ? text : "";
    String before = dice.chance(20) ? device.lastSeen(view.id(), field.name(), shown) : shown;
    device.sees(view.id(), field.name(), shown);
    String after = typing.edited(before);
    return List.of(new Draft.Text(view.id(), view.kind(), field.name(), before, after));
  }

  private List<Draft> move(Action action) {
    boolean isTrash = action == Action.TRASH;
    return anyOf(
            view ->
                view.trashed() != isTrash
                    && !view.kind().equals("conflict")
                    && Kinds.named(view.kind()).isPresent())
        .<List<Draft>>map(view -> List.of(new Draft.Move(view.id(), view.kind(), action)))
        .orElse(List.of());
  }

  private List<Draft> group() {
    Map<RecordId, Draft> drafts = new TreeMap<>();
    int count = 2 + dice.below(3);
    for (int i = 0; i < count; i++) {
      List<Draft> one = dice.chance(20) ? create() : dice.chance(50) ? set() : type();
      one.forEach(draft -> drafts.putIfAbsent(draft.record(), draft));
    }
    if (dice.chance(8)) {
      invalid().forEach(draft -> drafts.putIfAbsent(draft.record(), draft));
    }
    return List.copyOf(drafts.values());
  }

  /** What the desktop takes and the server cannot: as an older server meets a newer desktop. */
  private List<Draft> invalid() {
    Value word = Value.text(typing.word());
    String longName = "x".repeat(Oracle.NAME_LENGTH_MAX + 1);
    RecordId fresh = life.ledger().newRecord();
    return switch (dice.below(4)) {
      case 0 -> List.of(new Draft.Set(fresh, "hologram", Map.of("title", word)));
      case 1 -> List.of(new Draft.Set(fresh, "study", Map.of(longName, word)));
      case 2 ->
          anyOf(view -> view.kind().equals("conflict"))
              .map(view -> overwriting(view, "keptAuthor"))
              .orElse(List.of());
      default ->
          anyOf(Gestures::isEditable).map(view -> overwriting(view, longName)).orElse(List.of());
    };
  }

  private List<Draft> overwriting(RecordView view, String field) {
    Value word = typing.replacing(view.fields().get(field));
    return List.of(new Draft.Set(view.id(), view.kind(), Map.of(field, word)));
  }

  private List<Draft> unknownField() {
    String field = "future" + dice.below(2);
    return anyOf(Gestures::isEditable).map(view -> overwriting(view, field)).orElse(List.of());
  }

  private List<Draft> everyPolicy() {
    List<RecordView> there =
        views.stream()
            .filter(view -> isEditable(view) && view.kind().equals(EveryPolicy.KIND.name()))
            .toList();
    if (there.size() < EVERY_POLICY_AIM) {
      Map<String, Value> values = values(EveryPolicy.KIND, Map.of());
      RecordId fresh = life.ledger().newRecord();
      return List.of(new Draft.Set(fresh, EveryPolicy.KIND.name(), values));
    }
    return set(dice.of(there));
  }

  private List<Draft> resolve() {
    return anyOf(view -> view.kind().equals("conflict") && isOpen(view))
        .map(view -> Resolving.of(view, views, dice))
        .orElse(List.of());
  }

  static boolean isOpen(RecordView conflict) {
    return Value.text("open").equals(conflict.fields().get("state"));
  }

  private Optional<RecordView> anyOf(java.util.function.Predicate<RecordView> fits) {
    List<RecordView> found = new ArrayList<>(views.stream().filter(fits).toList());
    return found.isEmpty() ? Optional.empty() : Optional.of(dice.of(found));
  }
}
