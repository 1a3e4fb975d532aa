package dev.throughline.desktop.search;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes words alike that differ only in capitals, accents, or in how Unicode spells them. Scripts
 * without accents keep every sign.
 */
final class FoldFilter extends TokenFilter {
  private static final int ASCII_END = 0x80;
  private static final char MARKS_BEGIN = '\u0300';
  private static final char MARKS_END = '\u0370';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FoldFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!foldPlain(term.buffer(), term.length())) {
      String folded = fold(term.toString());
      term.setEmpty().append(folded);
    }
    return true;
  }

  /** Most words are plain: lower case in place. Answers whether that was all there is to do. */
  private static boolean foldPlain(char[] word, int length) {
    for (int i = 0; i < length; i++) {
      if (word[i] >= ASCII_END) {
        return false;
      }
      if (word[i] >= 'A' && word[i] <= 'Z') {
        word[i] = (char) (word[i] + 'a' - 'A');
      }
    }
    return true;
  }

  static String fold(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKC)
        .codePoints()
        .map(Character::toLowerCase)
        .filter(point -> point < MARKS_BEGIN || point >= MARKS_END)
        .forEach(lower::appendCodePoint);
    char[] from = lower.toString().toCharArray();
    char[] to = new char[from.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
    return length == 0 ? word : new String(to, 0, length).toLowerCase(java.util.Locale.ROOT);
  }
}
