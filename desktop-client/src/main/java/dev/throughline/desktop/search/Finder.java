package dev.throughline.desktop.search;

import dev.throughline.desktop.search.Groups.Group;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers questions from the index alone. Remembers the last answer for its next page. */
final class Finder {
  private record Asked(FindQuery query, Scope scope) {}

  private record Answer(Asked asked, Matches matches) {}

  private volatile Optional<Answer> last = Optional.empty();

  /** All places that answer; the same object while neither question nor index changed. */
  Matches matches(PlaceSearcher searcher, FindQuery query, Scope scope) throws IOException {
    Asked asked = new Asked(query, scope);
    Optional<Matches> known =
        last.filter(one -> one.asked().equals(asked))
            .map(Answer::matches)
            .filter(one -> one.searcher() == searcher);
    if (known.isPresent()) {
      return known.get();
    }
    Matches matches = ask(searcher, query, scope);
    last = Optional.of(new Answer(asked, matches));
    return matches;
  }

  private static Matches ask(PlaceSearcher searcher, FindQuery query, Scope scope)
      throws IOException {
    Questions questions = new Questions(searcher.getIndexReader());
    BitSet allowed = allowed(searcher, questions, query);
    scope.study().ifPresent(study -> allowed.and(searcher.groups().inStudy(study)));
    List<FindWord> words = Questions.ofPlaces(query.wanted());
    return Matches.of(
        searcher,
        questions.of(
            words.isEmpty() ? query.wanted() : words,
            Questions.ofPlaces(query.excluded()),
            scope.where().kinds()),
        allowed);
  }

  /** The groups that belong to every study that was named, and to none that was excluded. */
  private static BitSet allowed(PlaceSearcher searcher, Questions questions, FindQuery query)
      throws IOException {
    BitSet allowed = new BitSet();
    allowed.set(0, searcher.groups().size());
    for (FindWord word : Questions.ofStudies(query.wanted())) {
      allowed.and(inStudies(searcher, questions, word));
    }
    for (FindWord word : Questions.ofStudies(query.excluded())) {
      allowed.andNot(inStudies(searcher, questions, word));
    }
    return allowed;
  }

  private static BitSet inStudies(PlaceSearcher searcher, Questions questions, FindWord word)
      throws IOException {
    Groups groups = searcher.groups();
    BitSet there = new BitSet();
    BitSet studies = Matches.groups(searcher, questions.of(word));
    for (int study = studies.nextSetBit(0); study >= 0; study = studies.nextSetBit(study + 1)) {
      there.or(groups.inStudy(groups.get(study).id()));
    }
    return there;
  }

  /** Interviews in which every word stands somewhere: title, people, study, notes or turns. */
  static Set<RecordId> interviews(PlaceSearcher searcher, FindQuery query) throws IOException {
    Questions questions = new Questions(searcher.getIndexReader());
    BitSet groups = allowed(searcher, questions, query);
    for (FindWord word : Questions.ofPlaces(query.wanted())) {
      groups.and(interviewsWith(searcher, questions, word));
    }
    for (FindWord word : Questions.ofPlaces(query.excluded())) {
      groups.andNot(interviewsWith(searcher, questions, word));
    }
    Set<RecordId> interviews = new HashSet<>();
    for (int at = groups.nextSetBit(0); at >= 0; at = groups.nextSetBit(at + 1)) {
      Group group = searcher.groups().get(at);
      if (group.kind() == HitKind.INTERVIEW) {
        interviews.add(group.id());
      }
    }
    return interviews;
  }

  private static BitSet interviewsWith(PlaceSearcher searcher, Questions questions, FindWord word)
      throws IOException {
    BitSet interviews = new BitSet();
    BitSet found = Matches.groups(searcher, questions.of(word));
    for (int group = found.nextSetBit(0); group >= 0; group = found.nextSetBit(group + 1)) {
      searcher.groups().interviews(group).forEach(interviews::set);
    }
    return interviews;
  }
}
