package dev.throughline.desktop.outbox;

import static dev.throughline.desktop.sync.SyncStatusSamples.blocked;
import static dev.throughline.desktop.sync.SyncStatusSamples.counted;
import static dev.throughline.desktop.sync.SyncStatusSamples.saved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.outbox.SyncSentence.Kind;
import dev.throughline.desktop.store.HeldBack;
import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncSentenceTest {
  private static final long SINCE = Instant.parse("2026-11-24T09:10:00Z").toEpochMilli();
  private static final ShownTime TIME =
      new ShownTime(InstantSource.fixed(Instant.parse("2026-11-24T14:02:00Z")), ZoneOffset.UTC);

  @Test
  void withoutAServerItSavesOnThisComputerOnly() {
    assertThat(said(counted(Mode.LOCAL, SINCE, 4, 0)))
        .isEqualTo(
            new SyncSentence(
                Kind.LOCAL,
                "Saving on this computer only",
                "Your work is safe on this computer. Join a server to share it with a team."));
  }

  @Test
  void offlineSaysSinceWhenAndWhatWaits() {
    assertThat(said(counted(Mode.OFFLINE, SINCE, 12, 0)))
        .isEqualTo(
            new SyncSentence(
                Kind.OFFLINE,
                "Offline since 09:10, saving here",
                "12 changes wait on this computer. Nothing you do now can be lost by being"
                    + " offline."));
  }

  @Test
  void offlineWithNothingWaitingCountsNothing() {
    assertThat(said(counted(Mode.OFFLINE, SINCE, 0, 0)).detail())
        .isEqualTo(
            "Nothing waits. What you do now is saved here and sent when the server answers.");
  }

  @Test
  void waitingIsCounted() {
    assertThat(said(counted(Mode.WAITING, SINCE, 1_204, 0)).sentence()).isEqualTo("1,204 waiting");
  }

  @Test
  void veryManyAreNotCountedToTheLast() {
    assertThat(SyncSentence.count(9_999)).isEqualTo("9,999");
    assertThat(SyncSentence.count(10_000)).isEqualTo("10,000+");
  }

  @Test
  void askingTheServerShowsNoCountOfZero() {
    assertThat(said(counted(Mode.WAITING, SINCE, 0, 0)).pill())
        .isEqualTo(new Pill(PillState.SYNCING, "Checking with the server"));
  }

  @Test
  void savedSaysWhenThatWasChecked() {
    assertThat(said(saved(TIME.clock().millis())))
        .isEqualTo(
            new SyncSentence(
                Kind.SAVED,
                "All saved on server",
                "Checked 14:02. What you write now follows by itself."));
  }

  @Test
  void blockedTakesItsTitleFromTheFirstSentenceOfTheServer() {
    assertThat(said(blocked("SYN-01", "This profile is elsewhere. Set its server. Then go on.")))
        .isEqualTo(
            new SyncSentence(
                Kind.BLOCKED,
                "Blocked: This profile is elsewhere",
                "Set its server. Then go on. Code SYN-01."));
  }

  @Test
  void blockedWithOneSentenceSaysThatWorkIsSafe() {
    assertThat(said(blocked("SRV-07", "Sign in again.")))
        .isEqualTo(
            new SyncSentence(
                Kind.BLOCKED,
                "Blocked: Sign in again",
                "Your work is saved on this computer. Code SRV-07."));
  }

  @Test
  void pausedSaysThatItWaitsForThePerson() {
    assertThat(said(counted(Mode.PAUSED, SINCE, 1, 0)))
        .isEqualTo(
            new SyncSentence(
                Kind.PAUSED,
                "Paused, saving here",
                "1 change waits on this computer until you resume."));
  }

  @Test
  void whatTheServerKeepsAsideNeedsThePerson() {
    assertThat(said(counted(Mode.WAITING, SINCE, 3, 2)).pill())
        .isEqualTo(new Pill(PillState.NEEDS_YOU, "Needs you: 2 changes kept aside"));
  }

  @Test
  void conflictsAndWhatIsKeptAsideAreToldInOneSentence() {
    SyncState state = counted(Mode.SAVED, SINCE, 0, 0);
    Needs one = new Needs(1, Optional.empty());
    assertThat(SyncSentence.of(state, one, true, TIME).pill())
        .isEqualTo(new Pill(PillState.NEEDS_YOU, "Needs you: 1 conflict"));
    assertThat(SyncSentence.of(counted(Mode.SAVED, SINCE, 0, 1), one, true, TIME).sentence())
        .isEqualTo("Needs you: 1 conflict and 1 change kept aside");
    assertThat(SyncSentence.of(state, one, true, TIME).isForInbox()).isTrue();
    assertThat(said(state).isForInbox()).isFalse();
  }

  @Test
  void removalsThatAreHeldBackNameWhoAndHowMany() {
    HeldBack held = new HeldBack("Anna", 0, new TreeMap<>(Map.of("interview", 312)), 5, 9);
    assertThat(
            SyncSentence.of(
                    counted(Mode.HELD, SINCE, 0, 0), new Needs(0, Optional.of(held)), true, TIME)
                .sentence())
        .isEqualTo("Paused: Anna’s computer wants to remove 312 interviews");
  }

  @Test
  void beingOfflineIsToldBeforeWhatIsKeptAside() {
    assertThat(said(counted(Mode.OFFLINE, SINCE, 3, 2)).kind()).isEqualTo(Kind.OFFLINE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"BLOCKED", "OFFLINE", "PAUSED"})
  void reminderOfTheCodeNeverHidesAProblem(Mode mode) {
    SyncState state = counted(mode, SINCE, 3, 0);
    assertThat(SyncSentence.of(state, Needs.NOTHING, false, TIME)).isEqualTo(said(state));
  }

  @Test
  void reminderOfTheCodeNeverHidesWhatNeedsThePerson() {
    SyncState state = counted(Mode.SAVED, SINCE, 0, 1);
    assertThat(SyncSentence.of(state, Needs.NOTHING, false, TIME).kind()).isEqualTo(Kind.NEEDS_YOU);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"LOCAL", "WAITING", "SAVED"})
  void calmStateRemindsOfTheCode(Mode mode) {
    SyncSentence reminder = SyncSentence.of(counted(mode, SINCE, 3, 0), Needs.NOTHING, false, TIME);
    assertThat(reminder.pill()).isEqualTo(new Pill(PillState.NEEDS_YOU, "Save your recovery code"));
    assertThat(reminder.detail()).startsWith(said(counted(mode, SINCE, 3, 0)).sentence() + ".");
  }

  @Test
  void emptyProfileIsNotRemindedYet() {
    assertThat(SyncSentence.of(counted(Mode.LOCAL, SINCE, 0, 0), Needs.NOTHING, false, TIME).kind())
        .isEqualTo(Kind.LOCAL);
  }

  private static SyncSentence said(SyncState state) {
    return SyncSentence.of(state, Needs.NOTHING, true, TIME);
  }
}
