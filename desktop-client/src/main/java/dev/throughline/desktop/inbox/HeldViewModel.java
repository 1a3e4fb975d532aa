package dev.throughline.desktop.inbox;

import dev.throughline.desktop.outbox.HeldWords;
import dev.throughline.desktop.store.Brake;
import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;

/** Removals by others that wait for the person's word. UI thread only. */
final class HeldViewModel {
  private final InboxParts parts;
  private final HeldBack what;

  HeldViewModel(InboxParts parts, HeldBack what) {
    this.parts = parts;
    this.what = what;
  }

  /** Such as "Anna's computer wants to remove 312 interviews". */
  String title() {
    return HeldWords.said(what);
  }

  String who() {
    return HeldWords.who(what);
  }

  String count() {
    return HeldWords.what(what);
  }

  String at() {
    return parts.around().time().at(what.atMillis());
  }

  /** Takes the removals in. */
  void apply() {
    decide(Brake.Decision.APPLY, "inbox.held.applied");
  }

  /** Takes them in and gets everything out of the trash again, for everybody. */
  void keep() {
    decide(Brake.Decision.KEEP, "inbox.held.kept");
  }

  private void decide(Brake.Decision decision, String done) {
    parts
        .around()
        .background()
        .run(
            () -> {
              parts.exits().decide().accept(decision);
              parts
                  .around()
                  .ui()
                  .run(() -> parts.around().toasts().accept(Toast.done(Texts.text(done), count())));
            });
  }
}
