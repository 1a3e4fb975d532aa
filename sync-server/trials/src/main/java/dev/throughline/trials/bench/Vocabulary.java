package dev.throughline.trials.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Words as often as people say them: the n-th word comes about 1/n as often as the first. The
 * commonest are English, the others are made of syllables, some with accents.
 */
final class Vocabulary {
  private static final int WORDS = 40_000;

  private static final List<String> COMMON =
      List.of(
          ("the and i to a of you it that in is was for we on so have they but with what do not be"
                  + " as at are this my there just like or if no can because when one then about"
                  + " would know think me all how yes really them up out go had get well people"
                  + " from your some more which where who time price bill switch letter saving"
                  + " month year money tariff energy meter phone call online company contract"
                  + " supplier fee exit cheaper fixed offer house winter heating")
              .split(" "));
  private static final String[] ONSETS =
      ("b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st str t th tr v w")
          .split(" ");
  private static final String[] VOWELS = "a e i o u ai ea ee ie oo ou é ü ö".split(" ");
  private static final String[] CODAS = ("n r s t l m ck nd ng nt rd rm st ss ll d p").split(" ");

  private final List<String> words;
  private final double[] sums;

  Vocabulary(Random random) {
    Set<String> all = new LinkedHashSet<>(COMMON);
    while (all.size() < WORDS) {
      all.add(madeUp(random));
    }
    words = new ArrayList<>(all);
    sums = new double[words.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += 1.0 / (i + 3);
      sums[i] = sum;
    }
  }

  private static String madeUp(Random random) {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append(one(ONSETS, random)).append(one(VOWELS, random));
    }
    return word.append(one(CODAS, random)).toString();
  }

  private static String one(String[] parts, Random random) {
    return parts[random.nextInt(parts.length)];
  }

  String word(Random random) {
    double wanted = random.nextDouble() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }

  /** A sentence of some words, capital first, with a comma now and then. */
  String sentence(Random random, int wordsMin, int wordsMax) {
    int count = wordsMin + random.nextInt(wordsMax - wordsMin + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String word = word(random);
      if (i > 0) {
        text.append(random.nextInt(12) == 0 ? ", " : " ");
      }
      text.append(
          i == 0 || word.equals("i")
              ? word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1)
              : word);
    }
    return text.append(random.nextInt(9) == 0 ? '?' : '.').toString();
  }
}
