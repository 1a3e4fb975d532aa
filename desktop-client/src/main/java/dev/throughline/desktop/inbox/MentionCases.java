package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.comment.Said;
import dev.throughline.desktop.comment.Talk;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what colleagues said to whoever looks. Not on the UI thread. */
final class MentionCases {
  /** The newest comments that are looked through; what is older was long seen. */
  private static final int COMMENTS_MAX = 5_000;

  private final LocalStore store;
  private final RecordNames names;
  private final Comments comments;
  private final RecordId you;

  private MentionCases(LocalStore store, RecordNames names, RecordId you) {
    this.store = store;
    this.names = names;
    this.comments = new Comments(store);
    this.you = you;
  }

  /** What waits, or what was settled; the latest first. Nothing where nobody signs in. */
  static List<MentionCase> read(LocalStore store, RecordNames names, boolean open) {
    return store
        .rights()
        .person()
        .map(you -> new MentionCases(store, names, you).all(open))
        .orElse(List.of());
  }

  private List<MentionCase> all(boolean open) {
    List<MentionCase> cases = new ArrayList<>();
    for (RecordId about : subjects(open)) {
      Optional<RecordView> subject = names.find(about).filter(view -> !view.trashed());
      if (subject.isPresent()) {
        for (Talk talk : comments.about(about)) {
          talk.all()
              .filter(said -> said.isForYou() != isSettled(said) && isSettled(said) != open)
              .forEach(said -> cases.add(told(subject.get(), talk, said)));
        }
      }
    }
    cases.sort(Comparator.comparingLong(MentionCase::atMillis).reversed());
    return cases;
  }

  private boolean isSettled(Said said) {
    return said.comment().settledBy().contains(you);
  }

  /** Records somebody speaks of to whoever looks, or in a talk they take part in. */
  private Set<RecordId> subjects(boolean open) {
    Set<RecordId> subjects = new LinkedHashSet<>();
    List<RecordView> page = store.newest(Comment.KIND.name(), 0, LocalStore.PAGE_MAX);
    for (int from = LocalStore.PAGE_MAX; !page.isEmpty(); from += LocalStore.PAGE_MAX) {
      for (RecordView view : page) {
        Comment one = Comment.from(view.id(), view.fields());
        boolean mayBe =
            view.workspace().equals(store.home())
                && one.author().filter(you::equals).isEmpty()
                && one.settledBy().contains(you) != open
                && (one.mentions().contains(you) || one.answers().isPresent());
        if (mayBe) {
          one.about().ifPresent(subjects::add);
        }
      }
      boolean isLast = page.size() < LocalStore.PAGE_MAX || from >= COMMENTS_MAX;
      page = isLast ? List.of() : store.newest(Comment.KIND.name(), from, LocalStore.PAGE_MAX);
    }
    return subjects;
  }

  private MentionCase told(RecordView subject, Talk talk, Said said) {
    Comment comment = said.comment();
    return new MentionCase(
        comment.id(),
        subject.id(),
        names.about(subject.id()),
        RecordNames.kind(subject.kind()),
        said.author(),
        comment.text(),
        comment.mentions().contains(you),
        isSettled(said),
        comment.atMillis(),
        talk);
  }
}
