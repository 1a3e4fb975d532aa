package dev.throughline.desktop.memo;

import dev.throughline.model.sync.Splice;
import dev.throughline.model.sync.TextMerge;

/**
 * Puts what a person typed meanwhile on top of what the store made of the text. Where the two
 * touched different words the typing moves along letter by letter, so that a half-typed word stays
 * one word; where they touched the same words both stay, as in every merge.
 */
final class Rebase {
  private Rebase() {}

  static String merge(String base, String theirs, String ours) {
    if (base.equals(ours) || theirs.equals(ours)) {
      return theirs;
    }
    if (base.equals(theirs)) {
      return ours;
    }
    Splice their = Splice.between(base, theirs);
    Splice our = Splice.between(base, ours);
    WordSpan theirSpan = WordSpan.of(base, their);
    WordSpan ourSpan = WordSpan.of(base, our);
    if (ourSpan.isBefore(theirSpan)) {
      return our.apply(theirs);
    }
    if (theirSpan.isBefore(ourSpan)) {
      int shift = their.inserted().length() - their.removed();
      return new Splice(our.at() + shift, our.removed(), our.inserted()).apply(theirs);
    }
    return TextMerge.merge(base, theirs, ours).text();
  }
}
