package dev.throughline.desktop.comment;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.PlainText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes drafts of new comments. Not on the UI thread. */
public final class Saying {
  private final Ledger ledger;
  private final Comments comments;
  private final InstantSource clock;
  private final Supplier<String> name;

  /**
   * Makes drafts for one ledger.
   *
   * @param name what the person of this profile is called
   */
  public Saying(Ledger ledger, InstantSource clock, Supplier<String> name) {
    this.ledger = ledger;
    this.comments = new Comments(ledger.store());
    this.clock = clock;
    this.name = name;
  }

  /**
   * Says something; answering settles what in the same talk was for whoever answers.
   *
   * @param answers the talk it belongs to; empty to begin one
   */
  List<Draft> say(Subject about, String text, Set<RecordId> mentions, Optional<RecordId> answers) {
    Comment fresh =
        new Comment(
            ledger.newRecord(),
            Optional.of(about.id()),
            about.kind(),
            PlainText.clean(text).strip(),
            mentions,
            answers,
            Set.of(),
            false,
            ledger.store().rights().person(),
            name.get(),
            clock.millis());
    List<Draft> drafts = new ArrayList<>();
    drafts.add(new Draft.Set(fresh.id(), Comment.KIND.name(), fresh.toFields()));
    answers.ifPresent(
        talk ->
            comments.about(about.id()).stream()
                .filter(one -> one.id().equals(talk))
                .flatMap(Talk::all)
                .filter(Said::isForYou)
                .forEach(said -> drafts.addAll(comments.settle(said.comment().id(), true))));
    return drafts;
  }
}
