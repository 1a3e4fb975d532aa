package dev.throughline.desktop.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.people.Colleague;
import dev.throughline.desktop.people.Colleague.Sight;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private static final Colleague JON = who("Jon", "jon");
  private static final Colleague JON_A = who("Jon A.", "jon.a");
  private static final Colleague MARA = who("Mara S.", "mara.s");
  private static final Colleague MARA_TWO = who("Mara S.", "mara.two");
  private final Mentions mentions = new Mentions(List.of(MARA, JON_A, JON));

  private static Colleague who(String name, String login) {
    RecordId id = new RecordId(Uuids.derived("mentions test " + login));
    return new Colleague(id, name, login, false, Sight.SEES);
  }

  private List<Colleague> in(String text) {
    return mentions.in(text).stream().map(Mentions.Place::who).toList();
  }

  @Test
  void whoIsNamedIsFoundByTheLongestName() {
    assertThat(in("@Jon A. and @Jon, look")).containsExactly(JON_A, JON);
    assertThat(in("(@mara s.)")).containsExactly(MARA);
    assertThat(in("@Jon A.")).containsExactly(JON_A);
  }

  @Test
  void anAddressAndHalfANameNameNobody() {
    assertThat(in("write to ines@Jon")).isEmpty();
    assertThat(in("@Jonas @Ma @")).isEmpty();
  }

  @Test
  void whoSharesANameIsCalledByTheirLogin() {
    Mentions two = new Mentions(List.of(MARA, MARA_TWO));
    assertThat(two.handle(MARA_TWO)).isEqualTo("mara.two");
    assertThat(two.in("@mara.two")).extracting(Mentions.Place::who).containsExactly(MARA_TWO);
  }

  @Test
  void whatIsTypedIsAskedForByNameAndByLogin() {
    assertThat(mentions.offered("")).containsExactly(JON, JON_A, MARA);
    assertThat(mentions.offered("mar")).containsExactly(MARA);
    assertThat(mentions.offered("s.")).containsExactly(MARA);
    assertThat(mentions.offered("jon.")).containsExactly(JON_A);
    assertThat(mentions.offered("x")).isEmpty();
  }

  @Test
  void aNameIsBeingTypedOnlyRightBeforeTheCaret() {
    assertThat(mentions.typed("Ask @mar", 8)).contains(new Mentions.Typed(4, "mar"));
    assertThat(mentions.typed("Ask @mar", 3)).isEmpty();
    assertThat(mentions.typed("@mar\nnext", 9)).isEmpty();
    assertThat(mentions.typed("a@b", 3)).isEmpty();
    assertThat(mentions.typed("", 0)).isEmpty();
  }
}
