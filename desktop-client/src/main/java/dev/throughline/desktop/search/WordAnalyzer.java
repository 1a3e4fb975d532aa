package dev.throughline.desktop.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What a word is, for the index, for questions and for snippets alike: Unicode's words, folded.
 * Chinese and Japanese are taken sign by sign. Nothing is stemmed and no word is left out, so that
 * what is found is what stands there, in any language.
 */
final class WordAnalyzer extends Analyzer {
  static final WordAnalyzer INSTANCE = new WordAnalyzer();

  /** A word of a text, folded, and where it stands; the end is left out. */
  record Word(String folded, int begin, int end) {}

  private WordAnalyzer() {}

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, new FoldFilter(words));
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new WordSplit(text);
  }

  /** The words of a text in order. */
  static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = INSTANCE.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory cannot fail", e);
    }
    return words;
  }
}
