package dev.throughline.desktop.outbox;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;

/**
 * How sync stands, in words: the sentence of the pill and of the Sync place, and one line that says
 * what it means for one's work. The only place where a {@link SyncState} becomes text.
 */
public record SyncSentence(Kind kind, String sentence, String detail) {
  /** What is told. Where several apply the first one here is. */
  public enum Kind {
    BLOCKED(PillState.BLOCKED),
    OFFLINE(PillState.OFFLINE),
    HELD(PillState.NEEDS_YOU),
    PAUSED(PillState.WAITING),
    NEEDS_YOU(PillState.NEEDS_YOU),
    /** Nothing is wrong, but the recovery code is not kept anywhere yet. */
    SAVE_CODE(PillState.NEEDS_YOU),
    WAITING(PillState.WAITING),
    CHECKING(PillState.SYNCING),
    SAVED(PillState.SAVED),
    LOCAL(PillState.LOCAL);

    private final PillState pill;

    Kind(PillState pill) {
      this.pill = pill;
    }
  }

  /** Says it as it is now; the reminder of the recovery code never hides a problem. */
  public static SyncSentence of(SyncState state, Needs needs, boolean isCodeSaved, ShownTime time) {
    SyncSentence plain = plain(state, needs, time);
    boolean hasWork = state.mode() != SyncState.Mode.LOCAL || state.waiting() > 0;
    boolean isCalm = plain.kind.compareTo(Kind.SAVE_CODE) > 0;
    return isCalm && hasWork && !isCodeSaved
        ? new SyncSentence(
            Kind.SAVE_CODE,
            Texts.text("outbox.sentence.code"),
            Texts.text("outbox.detail.code", plain.sentence))
        : plain;
  }

  /** Whether what is told is settled in the Inbox. */
  public boolean isForInbox() {
    return kind == Kind.NEEDS_YOU || kind == Kind.HELD;
  }

  public Pill pill() {
    return new Pill(kind.pill, sentence);
  }

  private static SyncSentence plain(SyncState state, Needs needs, ShownTime time) {
    return switch (state.mode()) {
      case BLOCKED -> blocked(state);
      case OFFLINE ->
          new SyncSentence(
              Kind.OFFLINE,
              Texts.text("outbox.sentence.offline", time.at(state.since())),
              waits("outbox.detail.offline", state));
      case PAUSED ->
          new SyncSentence(
              Kind.PAUSED,
              Texts.text("outbox.sentence.paused"),
              waits("outbox.detail.paused", state));
      case HELD -> held(needs);
      case WAITING -> isNeeded(state, needs) ? needsYou(state, needs) : waiting(state);
      case SAVED -> isNeeded(state, needs) ? needsYou(state, needs) : saved(state, time);
      case LOCAL ->
          isNeeded(state, needs)
              ? needsYou(state, needs)
              : new SyncSentence(
                  Kind.LOCAL,
                  Texts.text("outbox.sentence.local"),
                  Texts.text("outbox.detail.local"));
    };
  }

  /** The first sentence is the title, what follows the detail. */
  private static SyncSentence blocked(SyncState state) {
    String said = state.sentence().strip();
    int end = said.indexOf(". ");
    String title = end < 0 ? said.replaceFirst("\\.$", "") : said.substring(0, end);
    String rest = end < 0 ? Texts.text("outbox.detail.blocked") : said.substring(end + 1).strip();
    return new SyncSentence(
        Kind.BLOCKED,
        Texts.text("outbox.sentence.blocked", title),
        state.code().isEmpty() ? rest : Texts.text("outbox.detail.coded", rest, state.code()));
  }

  private static boolean isNeeded(SyncState state, Needs needs) {
    return state.parked() > 0 || needs.conflicts() > 0;
  }

  private static SyncSentence needsYou(SyncState state, Needs needs) {
    return new SyncSentence(
        Kind.NEEDS_YOU,
        Texts.text("outbox.sentence.needs", needs(state, needs)),
        Texts.text("outbox.detail.needs"));
  }

  /** Such as "2 conflicts and 1 change kept aside"; empty when nothing needs the person. */
  static String needs(SyncState state, Needs needs) {
    String conflicts =
        needs.conflicts() == 0 ? "" : Texts.count("outbox.needs.conflicts", needs.conflicts());
    String aside = state.parked() == 0 ? "" : Texts.count("outbox.needs.aside", state.parked());
    return conflicts.isEmpty() || aside.isEmpty()
        ? conflicts + aside
        : Texts.text("outbox.and", conflicts, aside);
  }

  private static SyncSentence held(Needs needs) {
    return new SyncSentence(
        Kind.HELD,
        needs
            .held()
            .map(held -> Texts.text("outbox.sentence.held", HeldWords.said(held)))
            .orElseGet(() -> Texts.text("outbox.sentence.held.some")),
        Texts.text("outbox.detail.held"));
  }

  private static SyncSentence waiting(SyncState state) {
    return state.waiting() == 0
        ? new SyncSentence(
            Kind.CHECKING,
            Texts.text("outbox.sentence.checking"),
            Texts.text("outbox.detail.checking"))
        : new SyncSentence(
            Kind.WAITING,
            Texts.text("outbox.sentence.waiting", count(state.waiting())),
            Texts.text("outbox.detail.waiting"));
  }

  private static SyncSentence saved(SyncState state, ShownTime time) {
    return new SyncSentence(
        Kind.SAVED,
        Texts.text("outbox.sentence.saved"),
        Texts.text("outbox.detail.saved", time.at(state.syncedAtMillis())));
  }

  private static String waits(String key, SyncState state) {
    int waiting = state.waiting();
    if (waiting >= LocalStore.COUNT_MAX) {
      return Texts.text(key + ".other", count(waiting));
    }
    return waiting == 0 ? Texts.text(key + ".none") : Texts.count(key, waiting);
  }

  /** Very many are not counted to the last. */
  static String count(int ops) {
    return Texts.number(ops) + (ops >= LocalStore.COUNT_MAX ? "+" : "");
  }
}
