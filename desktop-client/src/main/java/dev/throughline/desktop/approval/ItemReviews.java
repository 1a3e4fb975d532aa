package dev.throughline.desktop.approval;

import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.id.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What those who are asked to sign say of the items of one packet.
 *
 * @param packet the one they speak of; empty while none waits
 * @param all blocks first, then questions
 * @param me whoever looks; empty where nobody signs in
 * @param roles those of whoever looks
 * @param isAsked whether whoever looks is asked too
 */
public record ItemReviews(
    Optional<RecordId> packet,
    List<Review> all,
    Optional<RecordId> me,
    Set<String> roles,
    boolean isAsked,
    Map<RecordId, String> people) {
  /** Where nothing waits. */
  public static final ItemReviews NONE =
      new ItemReviews(Optional.empty(), List.of(), Optional.empty(), Set.of(), false, Map.of());

  public ItemReviews {
    all = List.copyOf(all);
    roles = Set.copyOf(roles);
  }

  /** Those of one item. */
  public List<Review> of(RecordId item) {
    return all.stream().filter(one -> one.item().equals(Optional.of(item))).toList();
  }

  /** That of whoever looks. */
  public Optional<Review> mine(RecordId item) {
    return of(item).stream().filter(one -> me.isPresent() && one.by().equals(me)).findFirst();
  }

  /** Those that stand in the way, or ask something first. */
  public List<Review> open() {
    return all.stream().filter(one -> one.mark().needsNote()).toList();
  }

  List<Review> marked(Mark mark) {
    return all.stream().filter(one -> one.mark() == mark).toList();
  }
}
