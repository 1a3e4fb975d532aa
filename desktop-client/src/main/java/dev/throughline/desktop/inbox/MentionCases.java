package dev.throughline.desktop.inbox;

import dev.throughline.desktop.comment.Comments;
import dev.throughline.desktop.comment.Said;
import dev.throughline.desktop.comment.Talk;
import dev.throughline.desktop.inbox.MentionIndex.Entry;
import dev.throughline.desktop.outbox.RecordNames;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.comment.Comment;
import dev.throughline.model.id.RecordId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what colleagues said to whoever looks. Not on the UI thread. */
final class MentionCases {
  private final RecordNames names;
  private final Comments comments;
  private final Map<RecordId, List<Talk>> talks = new LinkedHashMap<>();

  private MentionCases(LocalStore store, RecordNames names) {
    this.names = names;
    this.comments = new Comments(store);
  }

  /** The latest first. Nothing where nobody signs in. */
  static List<MentionCase> read(LocalStore store, RecordNames names, List<Entry> entries) {
    MentionCases cases = new MentionCases(store, names);
    return store.rights().person().stream()
        .flatMap(you -> entries.stream().flatMap(entry -> cases.told(entry, you).stream()))
        .toList();
  }

  private Optional<MentionCase> told(Entry entry, RecordId you) {
    Optional<RecordView> subject = names.find(entry.about()).filter(view -> !view.trashed());
    for (Talk talk : talks.computeIfAbsent(entry.about(), comments::about)) {
      Optional<Said> said =
          talk.all().filter(one -> one.comment().id().equals(entry.comment())).findFirst();
      if (said.isPresent()) {
        return subject.map(about -> told(about, talk, said.get(), you));
      }
    }
    return Optional.empty();
  }

  private MentionCase told(RecordView subject, Talk talk, Said said, RecordId you) {
    Comment comment = said.comment();
    return new MentionCase(
        comment.id(),
        subject.id(),
        names.about(subject.id()),
        RecordNames.kind(subject.kind()),
        said.author(),
        comment.text(),
        comment.mentions().contains(you),
        comment.settledBy().contains(you),
        comment.atMillis(),
        talk);
  }
}
