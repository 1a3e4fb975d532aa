package dev.throughline.desktop.search;

import dev.throughline.desktop.search.FindWord.In;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Turns what a person typed into Lucene's questions about single places. */
final class Questions {
  /**
   * Endings tried for a phrase whose last word is still typed. Where there are more, the last
   * letters are not looked at yet.
   */
  private static final int ENDINGS_MAX = 1_024;

  private final IndexReader reader;

  Questions(IndexReader reader) {
    this.reader = reader;
  }

  /** Places that hold all these words, and none of the others. */
  Query of(List<FindWord> wanted, List<FindWord> excluded, Set<HitKind> kinds) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (FindWord word : wanted) {
      all.add(of(word), Occur.FILTER);
    }
    for (FindWord word : excluded) {
      all.add(of(word), Occur.MUST_NOT);
    }
    if (!kinds.isEmpty()) {
      all.add(ofKinds(kinds), Occur.FILTER);
    }
    return all.build();
  }

  /** Places that hold this word or these words one after the other. */
  Query of(FindWord word) throws IOException {
    return switch (word.in()) {
      case ANYWHERE -> anywhere(word);
      case NOTES -> in(word, Scope.Where.NOTES);
      case SAID -> in(word, Scope.Where.TRANSCRIPTS);
      case TITLE -> in(word, Scope.Where.TITLES);
      case STUDY -> in(word, Set.of(HitKind.STUDY));
      case BY -> by(word);
    };
  }

  private Query in(FindWord word, Scope.Where where) throws IOException {
    return in(word, where.kinds());
  }

  private Query in(FindWord word, Set<HitKind> kinds) throws IOException {
    return new BooleanQuery.Builder()
        .add(words(word), Occur.FILTER)
        .add(ofKinds(kinds), Occur.FILTER)
        .build();
  }

  private static Query ofKinds(Set<HitKind> kinds) {
    return new TermInSetQuery(
        IndexFields.KIND, kinds.stream().map(kind -> new BytesRef(kind.term())).toList());
  }

  private Query anywhere(FindWord word) throws IOException {
    String day = String.join("-", word.words());
    if (!day.matches("\\d{4}-\\d\\d(-\\d{1,2})?")) {
      return words(word);
    }
    return new BooleanQuery.Builder()
        .add(words(word), Occur.SHOULD)
        .add(new PrefixQuery(new Term(IndexFields.DAY, day)), Occur.SHOULD)
        .build();
  }

  /** Names have no order in the index: all their words are enough. */
  private static Query by(FindWord word) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < word.words().size(); i++) {
      boolean mayGoOn = word.isOpen() && i == word.words().size() - 1;
      all.add(one(IndexFields.BY, word.words().get(i), mayGoOn), Occur.FILTER);
    }
    return all.build();
  }

  private Query words(FindWord word) throws IOException {
    if (word.words().size() == 1) {
      return one(IndexFields.TEXT, word.words().getFirst(), word.isOpen());
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int i = 0; i < word.words().size() - 1; i++) {
      phrase.add(new Term(IndexFields.TEXT, word.words().get(i)));
    }
    String last = word.words().getLast();
    if (!word.isOpen()) {
      return phrase.add(new Term(IndexFields.TEXT, last)).build();
    }
    Set<BytesRef> endings = endings(last);
    if (endings.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    if (endings.size() <= ENDINGS_MAX) {
      phrase.add(
          endings.stream().map(term -> new Term(IndexFields.TEXT, term)).toArray(Term[]::new));
    }
    return phrase.build();
  }

  private static Query one(String field, String word, boolean mayGoOn) {
    Term term = new Term(field, word);
    return mayGoOn
        ? new PrefixQuery(term, MultiTermQuery.CONSTANT_SCORE_REWRITE)
        : new TermQuery(term);
  }

  /** The words of the index that begin so; at most one more than {@link #ENDINGS_MAX}. */
  private Set<BytesRef> endings(String begin) throws IOException {
    BytesRef prefix = new BytesRef(begin);
    Set<BytesRef> endings = new TreeSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      @Nullable Terms terms = leaf.reader().terms(IndexFields.TEXT);
      if (terms != null) {
        addEndings(terms.iterator(), prefix, endings);
      }
    }
    return endings;
  }

  private static void addEndings(TermsEnum terms, BytesRef prefix, Set<BytesRef> endings)
      throws IOException {
    if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return;
    }
    @Nullable BytesRef term = terms.term();
    while (term != null && StringHelper.startsWith(term, prefix)) {
      endings.add(BytesRef.deepCopyOf(term));
      if (endings.size() > ENDINGS_MAX) {
        return;
      }
      term = terms.next();
    }
  }

  /** The words that concern places, without those that name a study. */
  static List<FindWord> ofPlaces(List<FindWord> words) {
    List<FindWord> ofPlaces = new ArrayList<>(words);
    ofPlaces.removeIf(word -> word.in() == In.STUDY);
    return ofPlaces;
  }

  static List<FindWord> ofStudies(List<FindWord> words) {
    return words.stream().filter(word -> word.in() == In.STUDY).toList();
  }
}
