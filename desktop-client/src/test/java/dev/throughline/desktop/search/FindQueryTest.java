package dev.throughline.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.search.FindWord.In;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FindQueryTest {
  private static FindWord word(String... words) {
    return new FindWord(In.ANYWHERE, List.of(words), false, false);
  }

  @Test
  void onlyTheWordThatIsStillTypedIsABeginning() {
    assertThat(FindQuery.typed("Price  lett").wanted())
        .containsExactly(word("price"), word("lett").open());
    assertThat(FindQuery.typed("price letter ").wanted())
        .containsExactly(word("price"), word("letter"));
  }

  @Test
  void quotedWordsFollowEachOther() {
    assertThat(FindQuery.typed("\"the Price\" now ").wanted())
        .containsExactly(word("the", "price"), word("now"));
    assertThat(FindQuery.typed("„Preis von“ ").wanted()).containsExactly(word("preis", "von"));
    assertThat(FindQuery.typed("\"the pri").wanted()).containsExactly(word("the", "pri").open());
  }

  @Test
  void wordsWithMarksInsideAreTheirPartsInOrder() {
    assertThat(FindQuery.typed("P-07 don't l’énergie ").wanted())
        .containsExactly(word("p", "07"), word("don", "t"), word("l", "energie"));
  }

  @Test
  void aMinusLeavesPlacesOut() {
    FindQuery query = FindQuery.typed("price -letter -\"exit fee\" ");
    assertThat(query.wanted()).containsExactly(word("price"));
    assertThat(query.excluded())
        .containsExactly(
            new FindWord(In.ANYWHERE, List.of("letter"), false, true),
            new FindWord(In.ANYWHERE, List.of("exit", "fee"), false, true));
  }

  @Test
  void prefixesSayWhereToLook() {
    assertThat(FindQuery.typed("Title:meter notes:a said:b by:ines study:\"x y\" ").wanted())
        .containsExactly(
            new FindWord(In.TITLE, List.of("meter"), false, false),
            new FindWord(In.NOTES, List.of("a"), false, false),
            new FindWord(In.SAID, List.of("b"), false, false),
            new FindWord(In.BY, List.of("ines"), false, false),
            new FindWord(In.STUDY, List.of("x", "y"), false, false));
    assertThat(FindQuery.typed("other:word ").wanted()).containsExactly(word("other", "word"));
  }

  @Test
  void accentsCapitalsAndSpellingsOfUnicodeAreAlike() {
    assertThat(FindQuery.typed("Énergie ").wanted()).containsExactly(word("energie"));
    assertThat(FindQuery.typed("E\u0301nergie ").wanted()).containsExactly(word("energie"));
    assertThat(FindQuery.typed("Straße ＡＢＣ İstanbul ").wanted())
        .containsExactly(word("strasse"), word("abc"), word("istanbul"));
    assertThat(FindQuery.typed("価格が ").wanted()).containsExactly(word("価", "格", "が"));
  }

  @Test
  void nothingToLookForIsSaid() {
    for (String typed :
        List.of("", "  ", "???", "-", "--", "\"", "\"\"", "-price", "title:", "-\"")) {
      assertThat(FindQuery.typed(typed).isEmpty()).as(typed).isTrue();
    }
  }

  @Test
  void anythingCanBeTyped() {
    Random random = new Random(11);
    String signs = "ab \"-:'()[]{}*?~^\\/|&!+<>\u0000\ud800\udc00价格\u200b\u0301😀\n\ttitle:said:";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder typed = new StringBuilder();
      int length = random.nextInt(i % 100 == 0 ? 5_000 : 40);
      for (int at = 0; at < length; at++) {
        typed.append(signs.charAt(random.nextInt(signs.length())));
      }
      FindQuery query = FindQuery.typed(typed.toString());
      assertThat(query.wanted().size() + query.excluded().size())
          .isLessThanOrEqualTo(FindQuery.WORDS_MAX);
    }
  }
}
