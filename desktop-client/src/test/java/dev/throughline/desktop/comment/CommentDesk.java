package dev.throughline.desktop.comment;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.people.Team;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Comments over a real ledger, for tests of the pages they stand on. */
public final class CommentDesk {
  private CommentDesk() {}

  public static CommentParts parts(
      Ledger ledger, Steps steps, Background background, UiThread ui, InstantSource time) {
    return parts(ledger, steps, new KeptTexts(), background, ui, time);
  }

  static CommentParts parts(
      Ledger ledger,
      Steps steps,
      UnsentComments unsent,
      Background background,
      UiThread ui,
      InstantSource time) {
    LocalStore store = ledger.store();
    return new CommentParts(
        new Comments(store),
        new Saying(ledger, time, () -> "Ines K."),
        new Team(store),
        unsent,
        steps,
        store,
        new Surroundings(background, ui, new ShownTime(time, ZoneOffset.UTC), _ -> {}));
  }
}
