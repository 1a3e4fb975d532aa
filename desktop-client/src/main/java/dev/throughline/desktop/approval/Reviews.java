package dev.throughline.desktop.approval;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and makes what those who are asked to sign say of items. Not on the UI thread. */
public final class Reviews {
  /** Once it was signed, or its signatures are used up, nothing said of an item matters. */
  private static final Set<ApprovalState> OVER =
      Set.of(ApprovalState.DRAFT, ApprovalState.MET, ApprovalState.SPENT);

  private final LocalStore store;

  public Reviews(LocalStore store) {
    this.store = store;
  }

  /** What is said of a packet that waits, or that was stopped. */
  public ItemReviews of(Optional<SignCase> standing) {
    return standing
        .filter(its -> !its.isOrder() && !OVER.contains(its.approval().state()))
        .map(this::read)
        .orElse(ItemReviews.NONE);
  }

  private ItemReviews read(SignCase about) {
    RecordId packet = about.subject().id();
    List<Review> all =
        store.childrenOf(Review.KIND.name(), List.of(packet)).stream()
            .map(view -> Review.from(view.id(), view.fields()))
            .sorted(Comparator.comparing(Review::mark).reversed().thenComparing(Review::id))
            .toList();
    return new ItemReviews(
        Optional.of(packet),
        all,
        about.me(),
        about.roles(),
        about.waitsForMe() || about.obstacle().equals(Optional.of(Obstacle.SIGNED)),
        about.people());
  }

  /** What it takes that whoever works here says this of an item, whatever they said before. */
  public List<Draft> say(RecordId packet, RecordId item, Mark mark, String note) {
    Optional<RecordId> me = store.rights().person();
    if (me.isEmpty()) {
      return List.of();
    }
    RecordId id = Review.idOf(packet, item, me.get());
    String words = PlainText.clean(note).strip();
    Review said =
        new Review(
            id,
            Optional.of(packet),
            Optional.of(item),
            mark,
            words.substring(0, Math.min(Review.NOTE_LENGTH_MAX, words.length())),
            me);
    Optional<RecordView> before = store.find(id);
    List<Draft> drafts = new ArrayList<>();
    if (before.filter(RecordView::trashed).isPresent()) {
      drafts.add(new Draft.Move(id, Review.KIND.name(), Action.RESTORE));
    }
    drafts.add(
        new Draft.Set(id, Review.KIND.name(), before.isEmpty() ? said.toFields() : words(said)));
    return drafts;
  }

  private static Map<String, Value> words(Review said) {
    return Map.of(
        Review.MARK, Value.text(said.mark().wireName()), Review.NOTE, Value.text(said.note()));
  }
}
