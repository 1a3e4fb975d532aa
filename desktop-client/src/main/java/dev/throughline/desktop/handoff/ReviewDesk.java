package dev.throughline.desktop.handoff;

import dev.throughline.desktop.approval.ItemReviews;
import dev.throughline.desktop.approval.Reviews;
import dev.throughline.model.approval.Review;
import dev.throughline.model.approval.Review.Mark;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What whoever is asked to sign says of the chosen item. UI thread only. */
public final class ReviewDesk {
  private final HandoffParts parts;
  private final Supplier<ItemReviews> reviews;
  private final ReadOnlyObjectProperty<Optional<RecordId>> chosen;
  private final ReadOnlyObjectWrapper<Optional<Mark>> asking =
      new ReadOnlyObjectWrapper<>(this, "asking", Optional.empty());

  /**
   * @param reviews what is said now
   * @param chosen the item that is spoken of
   */
  ReviewDesk(
      HandoffParts parts,
      Supplier<ItemReviews> reviews,
      ReadOnlyObjectProperty<Optional<RecordId>> chosen) {
    this.parts = parts;
    this.reviews = reviews;
    this.chosen = chosen;
    chosen.subscribe(_ -> asking.set(Optional.empty()));
  }

  /** The mark whose note is being typed. */
  ReadOnlyObjectProperty<Optional<Mark>> askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** Whether whoever looks can say something of the chosen item. */
  public boolean isAsked() {
    return chosen.get().isPresent() && reviews.get().isAsked();
  }

  /** Marks the chosen item; a question and a block ask for their note first. */
  public void mark(Mark mark) {
    if (!isAsked()) {
      return;
    }
    if (mark.needsNote()) {
      asking.set(Optional.of(mark));
    } else {
      say(mark, "");
    }
  }

  /** Says why, and with that marks the item. */
  void note(String typed) {
    if (!typed.isBlank()) {
      asking.get().ifPresent(mark -> say(mark, typed));
    }
  }

  void leave() {
    asking.set(Optional.empty());
  }

  /** What whoever looks said of the chosen item. */
  Optional<Review> mine() {
    return chosen.get().flatMap(reviews.get()::mine);
  }

  private void say(Mark mark, String note) {
    Optional<RecordId> packet = reviews.get().packet();
    Optional<RecordId> item = chosen.get();
    asking.set(Optional.empty());
    if (packet.isPresent() && item.isPresent() && !isSaid(mark, note)) {
      Reviews made = new Reviews(parts.handoffs().store());
      parts
          .edits()
          .run(
              "handoff.step.review",
              () -> made.say(packet.get(), item.get(), mark, note),
              () -> {});
    }
  }

  private boolean isSaid(Mark mark, String note) {
    return mine().filter(its -> its.mark() == mark && its.note().equals(note)).isPresent();
  }
}
