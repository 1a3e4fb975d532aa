package dev.throughline.desktop.comment;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Person;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads comments, and makes drafts of what is done with them. Not on the UI thread. */
public final class Comments {
  private static final String KIND = Comment.KIND.name();
  private static final Comparator<Comment> OLDEST_FIRST =
      Comparator.comparingLong(Comment::atMillis).thenComparing(Comment::id);

  private final LocalStore store;

  public Comments(LocalStore store) {
    this.store = store;
  }

  /** What is said about a record; the talk that began first comes first. */
  public List<Talk> about(RecordId record) {
    return talks(all(record));
  }

  private List<Comment> all(RecordId record) {
    List<Comment> all = new ArrayList<>();
    List<RecordView> page = store.children(KIND, record);
    while (!page.isEmpty()) {
      page.forEach(view -> all.add(Comment.from(view.id(), view.fields())));
      page =
          page.size() < LocalStore.PAGE_MAX
              ? List.of()
              : store.childrenAfter(record, page.getLast());
    }
    all.sort(OLDEST_FIRST);
    return all;
  }

  private List<Talk> talks(List<Comment> all) {
    Map<RecordId, List<Comment>> talks = new LinkedHashMap<>();
    for (Comment one : all) {
      talks.computeIfAbsent(one.answers().orElse(one.id()), _ -> new ArrayList<>()).add(one);
    }
    List<Talk> told = new ArrayList<>();
    talks.forEach((first, said) -> told.add(talk(first, said)));
    told.sort(Comparator.comparing(talk -> talk.first().comment(), OLDEST_FIRST));
    return told;
  }

  private Talk talk(RecordId first, List<Comment> said) {
    Set<RecordId> speakers = new HashSet<>();
    List<Said> answers = new ArrayList<>();
    Optional<Said> begun = Optional.empty();
    Optional<Comment> known =
        said.stream().filter(one -> one.id().equals(first)).findFirst().or(() -> kept(first));
    known.flatMap(Comment::author).ifPresent(speakers::add);
    for (Comment one : said) {
      Said shown = said(one, speakers, false);
      if (one.id().equals(first)) {
        begun = Optional.of(shown);
      } else {
        answers.add(shown);
      }
      one.author().ifPresent(speakers::add);
    }
    Said gone = said(known.orElse(said.getFirst()), Set.of(), true);
    return new Talk(begun.orElse(gone), answers);
  }

  private Optional<Comment> kept(RecordId id) {
    return store
        .find(id)
        .filter(view -> view.kind().equals(KIND))
        .map(view -> Comment.from(view.id(), view.fields()));
  }

  /**
   * A comment as people see it.
   *
   * @param before who spoke in the same talk before
   */
  private Said said(Comment one, Set<RecordId> before, boolean isGone) {
    Optional<RecordId> you = store.rights().person();
    boolean isYours = you.isPresent() && one.author().equals(you);
    boolean isForYou =
        you.filter(me -> !isYours && !one.settledBy().contains(me))
            .filter(
                me ->
                    one.mentions().contains(me)
                        || (one.answers().isPresent() && before.contains(me)))
            .isPresent();
    return new Said(
        one, author(one), isYours, isYours || you.isEmpty(), isForYou && !isGone, isGone);
  }

  /**
   * Who wrote it, as they are called now; by the name they had then where they are not known. Where
   * they took it in from elsewhere, with the name of who said it there.
   */
  public String author(Comment one) {
    Optional<String> known = called(one);
    return known
        .flatMap(
            name -> one.saidElsewhere().map(said -> Texts.text("comment.imported", said, name)))
        .or(() -> known)
        .orElseGet(() -> one.by().isBlank() ? Texts.text("outbox.someone") : one.by());
  }

  private Optional<String> called(Comment one) {
    return one.author()
        .flatMap(store::find)
        .filter(view -> view.kind().equals(Person.KIND.name()))
        .map(view -> Person.from(view.id(), view.fields()).called())
        .filter(called -> !called.isBlank());
  }

  /** The talk a comment is in; empty when it is not here, or was taken away. */
  public Optional<Talk> talkOf(RecordId comment) {
    return kept(comment)
        .flatMap(Comment::about)
        .flatMap(
            about ->
                about(about).stream()
                    .filter(
                        talk -> talk.all().anyMatch(said -> said.comment().id().equals(comment)))
                    .findFirst());
  }

  /**
   * Changes one's words; what was typed elsewhere meanwhile stays, and so does the mention of
   * everybody whose name was not taken out.
   */
  List<Draft> edit(
      RecordId comment, String before, String text, Set<RecordId> named, Set<RecordId> unnamed) {
    List<Draft> drafts = new ArrayList<>();
    String after = PlainText.clean(text).strip();
    if (!after.equals(before)) {
      drafts.add(new Draft.Text(comment, KIND, Comment.TEXT, before, after));
    }
    Set<RecordId> had = kept(comment).map(Comment::mentions).orElse(Set.of());
    Set<RecordId> mentions = new HashSet<>(had);
    mentions.removeAll(unnamed);
    mentions.addAll(named);
    if (!mentions.equals(had)) {
      drafts.add(new Draft.Set(comment, KIND, Map.of(Comment.MENTIONS, Comment.people(mentions))));
    }
    return drafts;
  }

  Draft resolve(RecordId talk, boolean isResolved) {
    String state = isResolved ? Comment.RESOLVED : Comment.OPEN;
    return new Draft.Set(talk, KIND, Map.of(Comment.STATE, Value.text(state)));
  }

  /** Says that one need not be told of a comment any more, or wants to be told again. */
  public List<Draft> settle(RecordId comment, boolean isSettled) {
    Optional<RecordId> you = store.rights().person();
    Optional<Comment> one = kept(comment);
    if (you.isEmpty() || one.isEmpty()) {
      return List.of();
    }
    Set<RecordId> settled = new HashSet<>(one.get().settledBy());
    boolean isOther = isSettled ? settled.add(you.get()) : settled.remove(you.get());
    return isOther
        ? List.of(new Draft.Set(comment, KIND, Map.of(Comment.SETTLED_BY, Comment.people(settled))))
        : List.of();
  }
}
