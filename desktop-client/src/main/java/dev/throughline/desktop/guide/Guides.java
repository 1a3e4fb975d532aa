package dev.throughline.desktop.guide;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.topic.Coverage;
import dev.throughline.model.topic.Ranks;
import dev.throughline.model.topic.Topic;
import dev.throughline.model.topic.TopicKind;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads guides and says what a change to one would write; {@code UndoLog} saves it. Not on the UI
 * thread.
 */
public final class Guides {
  /** Lines one guide may have; nobody covers half of them in a conversation. */
  public static final int TOPICS_MAX = 300;

  private final Ledger ledger;
  private final LocalStore store;

  public Guides(Ledger ledger) {
    this.ledger = ledger;
    this.store = ledger.store();
  }

  /** The topics of a study, or those an interview has for itself, in order. */
  public List<Topic> topics(RecordId owner) {
    return store.children(Topic.KIND.name(), owner).stream()
        .map(view -> Topic.from(view.id(), view.fields()))
        .toList();
  }

  /** What an interview asks: the study's topics, then its own; and what of it was covered. */
  public Guide guide(RecordId interview, Optional<RecordId> study) {
    List<Topic> all = new ArrayList<>(study.map(this::topics).orElse(List.of()));
    all.addAll(topics(interview));
    Map<RecordId, Coverage> ticks = new HashMap<>();
    coverage(List.of(interview))
        .forEach(
            tick -> tick.topic().ifPresent(topic -> ticks.merge(topic, tick, Guides::earlier)));
    return new Guide(all, ticks);
  }

  /** Every tick that is set in these interviews. */
  public List<Coverage> coverage(Collection<RecordId> interviews) {
    List<RecordId> all = List.copyOf(interviews);
    List<Coverage> ticks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += LocalStore.PAGE_MAX) {
      int to = Math.min(from + LocalStore.PAGE_MAX, all.size());
      store.childrenOf(Coverage.KIND.name(), all.subList(from, to)).stream()
          .map(view -> Coverage.from(view.id(), view.fields()))
          .filter(Coverage::isCovered)
          .forEach(ticks::add);
    }
    return ticks;
  }

  private static Coverage earlier(Coverage one, Coverage other) {
    return one.atMillis() <= other.atMillis() ? one : other;
  }

  /**
   * Puts lines into a guide.
   *
   * @param at how many topics stand before them
   * @throws IllegalArgumentException when the guide would be longer than {@link #TOPICS_MAX}
   */
  public List<Draft> add(RecordId owner, int at, List<TopicLine> lines) {
    List<Topic> topics = topics(owner);
    if (topics.size() + lines.size() > TOPICS_MAX) {
      throw new IllegalArgumentException("a guide has at most " + TOPICS_MAX + " topics");
    }
    int place = Math.clamp(at, 0, topics.size());
    List<Draft> drafts = new ArrayList<>();
    List<String> ranks =
        ranks(topics, place, lines.size()).orElseGet(() -> anew(topics, place, lines, drafts));
    for (int i = 0; i < lines.size(); i++) {
      drafts.add(draft(owner, lines.get(i), ranks.get(i)));
    }
    return drafts;
  }

  private static Optional<List<String>> ranks(List<Topic> topics, int place, int count) {
    String before = place == 0 ? "" : topics.get(place - 1).rank();
    String after = place == topics.size() ? "" : topics.get(place).rank();
    return Ranks.between(before, after, count);
  }

  /** No room between two lines: every line gets a new rank, in the order they stand in. */
  private static List<String> anew(
      List<Topic> topics, int place, List<TopicLine> lines, List<Draft> drafts) {
    List<String> spread = Ranks.spread(topics.size() + lines.size());
    for (int i = 0; i < topics.size(); i++) {
      drafts.add(ranked(topics.get(i), spread.get(i < place ? i : i + lines.size())));
    }
    return spread.subList(place, place + lines.size());
  }

  private Draft draft(RecordId owner, TopicLine line, String rank) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("owner", Value.text(owner.toString()));
    fields.put("text", Value.text(PlainText.clean(line.text())));
    fields.put("rank", Value.text(rank));
    fields.put("kind", Value.text(line.kind().wireName()));
    line.minutes().ifPresent(minutes -> fields.put("minutes", Value.whole(minutes)));
    return new Draft.Set(ledger.newRecord(), Topic.KIND.name(), fields);
  }

  private static Draft ranked(Topic topic, String rank) {
    return new Draft.Set(topic.id(), Topic.KIND.name(), Map.of("rank", Value.text(rank)));
  }

  /** Moves a topic so that so many others stand before it; nothing when it is gone or there. */
  public List<Draft> move(RecordId owner, RecordId topic, int to) {
    List<Topic> topics = topics(owner);
    List<Topic> others = topics.stream().filter(other -> !other.id().equals(topic)).toList();
    Optional<Topic> moved = topics.stream().filter(one -> one.id().equals(topic)).findFirst();
    int place = Math.clamp(to, 0, others.size());
    if (moved.isEmpty() || topics.indexOf(moved.get()) == place) {
      return List.of();
    }
    Optional<List<String>> ranks = ranks(others, place, 1);
    if (ranks.isPresent()) {
      return List.of(ranked(moved.get(), ranks.get().getFirst()));
    }
    List<Topic> order = new ArrayList<>(others);
    order.add(place, moved.get());
    List<String> spread = Ranks.spread(order.size());
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      drafts.add(ranked(order.get(i), spread.get(i)));
    }
    return drafts;
  }

  /** Says a topic differently; {@code before} is what the person started from. */
  public Draft reword(RecordId topic, String before, String text) {
    return new Draft.Set(
        topic, Topic.KIND.name(), Map.of("text", words(text)), Map.of("text", words(before)));
  }

  private static Value words(String text) {
    String clean = PlainText.clean(text).strip();
    return Value.text(clean.substring(0, Math.min(clean.length(), Topic.TEXT_LENGTH_MAX)));
  }

  public Draft changeKind(RecordId topic, TopicKind kind) {
    return new Draft.Set(topic, Topic.KIND.name(), Map.of("kind", Value.text(kind.wireName())));
  }

  /** This device's tick; one that was taken back by undo comes out of the trash again. */
  public List<Draft> tick(RecordId interview, RecordId topic, String by, long atMillis) {
    RecordId id = Coverage.idOf(interview, topic, store.device().orElseThrow());
    String kind = Coverage.KIND.name();
    List<Draft> drafts = new ArrayList<>();
    if (store.find(id).filter(RecordView::trashed).isPresent()) {
      drafts.add(new Draft.Move(id, kind, Action.RESTORE));
    }
    drafts.add(new Draft.Set(id, kind, Coverage.ticked(interview, topic, by, atMillis)));
    return drafts;
  }

  /** Takes away every tick of a topic that is known here, whoever set it. */
  public List<Draft> untick(RecordId interview, RecordId topic) {
    return store.children(Coverage.KIND.name(), interview).stream()
        .filter(view -> isTickOf(view, topic))
        .map(view -> (Draft) new Draft.Set(view.id(), Coverage.KIND.name(), Coverage.unticked()))
        .toList();
  }

  private static boolean isTickOf(RecordView view, RecordId topic) {
    Coverage tick = Coverage.from(view.id(), view.fields());
    return tick.isCovered() && tick.topic().filter(topic::equals).isPresent();
  }
}
