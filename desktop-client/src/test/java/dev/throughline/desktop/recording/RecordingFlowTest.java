package dev.throughline.desktop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.SealedFile;
import dev.throughline.desktop.app.Start;
import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.hold.PlayedHolds;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.consent.ConsentAnswer;
import dev.throughline.model.recording.MediaKey;
import dev.throughline.model.recording.Recording;
import dev.throughline.model.recording.RecordingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** An interview is recorded, ended, and heard again. */
class RecordingFlowTest extends SoundWindow {
  @Test
  void oneKeyRecordsAndWhatWasSaidIsHeardBitForBit() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("the recorder is there", () -> !whole.shown("recorder").isEmpty());
    whole.await("ten seconds are safe", () -> status().safeMillis() > 10_000);
    assertThat(status().safeMillis()).isLessThanOrEqualTo(status().elapsedMillis());
    whole.press("F8");
    whole.pictures("recorder");
    Recording recording = ended();
    assertThat(recording.state()).isEqualTo(RecordingState.STOPPED);
    assertThat(recording.millis()).isGreaterThan(10_000);
    whole.await("the player is there", () -> !whole.shown("player").isEmpty());
    whole.await("its bookmark is there", () -> !whole.shown("flag").isEmpty());
    assertThat(whole.shown("recorder")).isEmpty();
    whole.press("Ctrl+Space");
    int frames = Math.toIntExact(RecordingDesk.FORM.frames(recording.millis()));
    int bytes = frames * RecordingDesk.FORM.frameBytes();
    whole.await("all of it was heard", () -> ear.heard().length >= bytes);
    assertThat(Arrays.copyOf(ear.heard(), bytes))
        .isEqualTo(Microphone.said(RecordingDesk.FORM, frames));
    whole.pictures("player");
    closer();
  }

  /** The wave comes closer by a key and goes back, and says what it shows. */
  private void closer() throws Exception {
    whole.fx(
        () -> {
          whole.scene().lookup(".wave").requestFocus();
          return true;
        });
    Node wave = whole.scene().lookup(".wave");
    assertThat(whole.fx(wave::getAccessibleText)).doesNotContain("shown from");
    whole.press("Z");
    assertThat(whole.fx(wave::getAccessibleText)).contains("shown from");
    whole.pictures("player-closer");
    whole.press("Shift+Z");
    assertThat(whole.fx(wave::getAccessibleText)).doesNotContain("shown from");
    marked();
  }

  /** What is played again and again is marked by keys as by dragging. */
  private void marked() throws Exception {
    assertThat(isMarked()).isFalse();
    whole.press("Home");
    whole.press("Shift+Right");
    whole.await("it is marked", this::isMarked);
    whole.press("Shift+Left");
    whole.await("it is not", () -> !isMarked());
  }

  private boolean isMarked() throws Exception {
    return whole.shown("button").stream()
        .anyMatch(one -> one instanceof Button it && it.getText().equals("Play to the end"));
  }

  @Test
  void aRecordingOnHoldSaysSoWhereItIsHeard() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("a second is safe", () -> status().safeMillis() > 1_000);
    ended();
    whole.await("the player is there", () -> !whole.shown("player").isEmpty());
    Profile profile = whole.window().client().profile();
    new SealedFile(profile.folder().resolve("holds"), profile.key(), "holds", new SecureRandom())
        .write(PlayedHolds.kept("M-17", interview, 1_795_000_000_000L));
    store()
        .rights()
        .take(Access.of(Set.of(Role.PRIVACY_OFFICER)).standing(Optional.of(interview), 0));
    whole.fx(
        () -> {
          whole.window().shell().open("settings");
          return true;
        });
    whole.await("the list of before is shown", () -> whole.says("This is the list of"));
    whole.fx(
        () -> {
          whole.window().openSession(interview);
          return true;
        });
    whole.await("the player is there", () -> !whole.shown("player").isEmpty());
    whole.await("it is marked", () -> whole.says("On hold: M-17"));
    whole.pictures("player-held");
  }

  /** They may have said so at another desktop; who sits with them is told at once. */
  @Test
  void whoNoLongerAgreesIsNotRecordedUnsaid() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("the recorder is there", () -> !whole.shown("recorder").isEmpty());
    answer(ConsentAnswer.REFUSED);
    whole.await("it is said", () -> whole.says("Recorded without consent"));
    whole.await("the recorder says it", () -> says("recorder", "did not agree to be recorded"));
    whole.pictures("recorder-objection");
    assertThat(desk().liveProperty().get()).as("who sits with them decides").isPresent();
    answer(ConsentAnswer.GRANTED);
    whole.await("all is well", () -> !says("recorder", "did not agree to be recorded"));
    ended();
  }

  private boolean says(String styleClass, String words) throws Exception {
    return whole.shown(styleClass).stream()
        .flatMap(node -> node.lookupAll(".label").stream())
        .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
  }

  @Test
  void nothingOfItLiesInPlainOnTheDisk() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("five seconds are safe", () -> status().safeMillis() > 5_000);
    ended();
    whole.await("the player is there", () -> !whole.shown("player").isEmpty());
    byte[] part = Arrays.copyOfRange(Microphone.said(RecordingDesk.FORM, 96_000), 90_000, 90_064);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(indexOf(Files.readAllBytes(file), part)).as(file.toString()).isNegative();
      }
    }
  }

  private static int indexOf(byte[] in, byte[] wanted) {
    for (int at = 0; at <= in.length - wanted.length; at++) {
      if (Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  @Test
  void whoDidNotAgreeIsNotRecordedAndConsentIsAsked() throws Exception {
    open(new Microphone(SPEED));
    answer(ConsentAnswer.REFUSED);
    whole.press("Ctrl+Shift+R");
    whole.await("why not is said", () -> whole.says("did not agree to be recorded"));
    assertThat(desk().liveProperty().get()).isEmpty();
    assertThat(new Recordings(whole.window().client().ledger()).of(interview)).isEmpty();
    whole.pictures("recorder-locked");
  }

  @Test
  void aPauseKeepsNothingAndGoingOnDoes() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("a second is safe", () -> status().safeMillis() > 1_000);
    whole.fx(
        () -> {
          desk().pause();
          return true;
        });
    whole.await("the recorder says so", () -> whole.says("Nothing that is said now is kept"));
    long paused = status().elapsedMillis();
    whole.pictures("recorder-paused");
    assertThat(status().elapsedMillis()).isEqualTo(paused);
    whole.fx(
        () -> {
          desk().resume();
          return true;
        });
    whole.await("it goes on", () -> status().elapsedMillis() > paused + 1_000);
    ended();
  }

  @Test
  void aComputerWithoutAMicrophoneSaysSoOnce() throws Exception {
    open(Microphone.none());
    answer(ConsentAnswer.GRANTED);
    whole.press("Ctrl+Shift+R");
    whole.await("it is said", () -> whole.says("No microphone was found"));
    assertThat(new Recordings(whole.window().client().ledger()).of(interview)).isEmpty();
  }

  @Test
  void theRecorderStaysWhileOtherPagesAreShownAndItsButtonLeadsBack() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.fx(
        () -> {
          whole.window().shell().open("ideas");
          return true;
        });
    whole.await("the recorder is there", () -> !whole.shown("recorder").isEmpty());
    press("tl-live");
    whole.await("its interview is there", () -> !whole.shown("tl-session-head").isEmpty());
    ended();
  }

  @Test
  void soundThatLiesElsewhereIsNamedWithWhatToDo() throws Exception {
    open(new Microphone(SPEED));
    answer(ConsentAnswer.GRANTED);
    Recordings recordings = new Recordings(whole.window().client().ledger());
    Recordings.Fresh fresh =
        recordings.fresh(interview, new byte[MediaKey.SECRET_BYTES], RecordingDesk.FORM, "", 1_000);
    fresh.drafts().forEach(whole::save);
    whole.save(Recordings.ended(fresh.id(), RecordingState.STOPPED, 5_000));
    go("ideas");
    whole.fx(
        () -> {
          whole.window().openSession(interview);
          return true;
        });
    whole.await("it is said where it is", () -> !whole.shown("absent").isEmpty());
    whole.pictures("player-absent");
    assertThat(whole.fx(() -> ContrastWalk.findings(whole.scene()))).isEmpty();
  }

  /** Closing the window is no reason to lose the last seconds. */
  @Test
  void closingTheWindowEndsTheRecordingInOrder() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("a second is safe", () -> status().safeMillis() > 1_000);
    whole.close();
    whole = WholeWindow.open(folder.resolve("profile"), false);
    whole.await(
        "it is over",
        () ->
            new Recordings(whole.window().client().ledger())
                .of(interview).stream().allMatch(it -> it.state().isEnded()));
    assertThat(new Recordings(whole.window().client().ledger()).of(interview))
        .hasSize(1)
        .allMatch(it -> it.millis() > 1_000);
  }

  @Test
  void aNewLineOfNotesHasTheSecondItWasBegunAt() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("three seconds are safe", () -> status().safeMillis() > 3_000);
    whole.fx(
        () -> {
          whole.scene().lookup(".tl-notes .text-area").requestFocus();
          return true;
        });
    whole.press("Enter");
    whole.type("Looks away");
    whole.await(
        "the line is stamped", () -> notes().matches("(?s).*\n\\[00:00:\\d\\d] Looks away.*"));
    ended();
    whole.press("Enter");
    whole.type("Afterwards");
    whole.await("no second any more", () -> notes().contains("\nAfterwards"));
  }

  @Test
  void anotherMicrophoneIsChosenByItsName() throws Exception {
    open(new Microphone(SPEED));
    whole.fx(
        () -> {
          whole.window().commands().find("record.input").ifPresent(whole.window().commands()::use);
          return true;
        });
    whole.await(
        "it is offered",
        () -> !Window.getWindows().filtered(ContextMenu.class::isInstance).isEmpty());
    whole.fx(
        () -> {
          ContextMenu menu =
              (ContextMenu) Window.getWindows().filtered(ContextMenu.class::isInstance).getFirst();
          menu.getItems().getLast().fire();
          return true;
        });
    assertThat(desk().input()).isEqualTo("Somebody");
    whole.settle();
    whole.close();
    whole =
        WholeWindow.open(folder.resolve("profile"), false, new Start.Sound(Microphone.none(), ear));
    assertThat(desk().input()).isEqualTo("Somebody");
  }

  @Test
  void aMicrophoneThatIsGoneIsSaidAndTheUsualOneRecords() throws Exception {
    open(new Microphone(SPEED));
    whole.fx(
        () -> {
          desk().choose("Headset of yesterday");
          return true;
        });
    begin();
    whole.await("it is said", () -> whole.says("Headset of yesterday is not there"));
    ended();
    assertThat(desk().input()).isEqualTo("Headset of yesterday");
  }

  /** Without a server there is nothing to fetch, and Sync and Library say where it is. */
  @Test
  void whatWasRecordedShowsInSyncAndLibrary() throws Exception {
    open(new Microphone(SPEED));
    begin();
    whole.await("five seconds are safe", () -> status().safeMillis() > 5_000);
    ended();
    go("sync");
    whole.await("it waits", () -> whole.says("no server is set"));
    whole.pictures("sync-recordings");
    assertThat(whole.fx(() -> ContrastWalk.findings(whole.scene()))).isEmpty();
    go("library");
    whole.await("its length is listed", () -> !whole.shown("library-length").isEmpty());
    whole.await("it can be chosen by it", () -> says("On this computer"));
    whole.pictures("library-recordings");
    assertThat(whole.fx(() -> ContrastWalk.findings(whole.scene()))).isEmpty();
  }

  private boolean says(String box) throws Exception {
    return whole.shown("check-box").stream()
        .anyMatch(node -> ((CheckBox) node).getText().equals(box));
  }

  private void go(String place) throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open(place);
          return true;
        });
  }

  private String notes() {
    return ((TextArea) whole.scene().lookup(".tl-notes .text-area")).getText();
  }
}
