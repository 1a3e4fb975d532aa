package dev.throughline.desktop.app;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.JournalState;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Activity;
import dev.throughline.desktop.ui.notice.Toast;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Looks the whole journal through after a start and says what became of one that was damaged. */
final class JournalWords {
  private JournalWords() {}

  /** For scripts: looks at once and says it before anything else is done. */
  static JournalState say(Ledger ledger, PrintStream err) {
    JournalState state = check(ledger);
    key(state).ifPresent(key -> err.println(Texts.text(key) + ". " + Texts.text(key + ".detail")));
    return state;
  }

  /** For the window: looks on a thread of its own and leaves a notice. */
  static void tell(Ledger ledger, Activity activity, Background background, UiThread ui) {
    background.loop(
        "journal check",
        () -> {
          JournalState state = check(ledger);
          key(state)
              .ifPresent(
                  key -> {
                    log(Texts.text(key) + ". " + Texts.text(key + ".detail"));
                    ui.run(() -> activity.tell(notice(key)));
                  });
        });
  }

  private static Toast notice(String key) {
    return Toast.failed(Texts.text(key), Texts.text(key + ".detail"));
  }

  private static JournalState check(Ledger ledger) {
    JournalState state = ledger.journalState();
    try {
      state = ledger.checkJournal();
    } catch (JournalException | StoreDamaged e) {
      // Also when the window was closed meanwhile; the next start looks again.
      log("The journal could not be looked through: " + e.getMessage());
    }
    return state;
  }

  private static Optional<String> key(JournalState state) {
    return state == JournalState.WHOLE
        ? Optional.empty()
        : Optional.of("failure.journal." + state.name().toLowerCase(Locale.ROOT));
  }

  private static void log(String sentence) {
    System.getLogger(JournalWords.class.getName()).log(System.Logger.Level.WARNING, sentence);
  }
}
