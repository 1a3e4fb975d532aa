package dev.throughline.desktop.travel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.blob.FakeServer.Fate;
import dev.throughline.desktop.ui.notice.Question;
import dev.throughline.model.recording.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TravelViewModelTest extends TravelDesk {
  private TravelViewModel model;

  @BeforeEach
  void open() {
    model = model();
  }

  private TravelViewModel model() {
    return new TravelViewModel(blobs, desk.ledger().store(), settings, this::ask, around);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private TravelRow original() {
    return model.rows().stream()
        .filter(row -> row.what().contains("Original"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWaitsIsNamedByItsInterviewAndSaysWhy() throws Exception {
    spoken(2);
    blobs.start();
    model.setShowing(true);
    await(() -> !model.rows().isEmpty());
    assertThat(original().name()).isEqualTo("At the door");
    assertThat(original().what()).matches("Recorded .+ · Original, to the server");
    assertThat(original().state()).isEqualTo("no server is set");
    assertThat(original().size()).isEqualTo("64 kB");
    assertThat(original().isMoving()).isFalse();
  }

  @Test
  void pauseAndCostAreRememberedAndHoldAtTheNextStart() throws Exception {
    model.setMetered(true);
    model.setPaused(true);
    assertThat(settings.isPaused()).isTrue();
    blobs.setPaused(false);
    blobs.setMetered(false);
    TravelViewModel next = model();
    assertThat(next.pausedProperty().get()).isTrue();
    assertThat(next.meteredProperty().get()).isTrue();
    assertThat(blobs.isPaused()).isTrue();
    assertThat(blobs.isMetered()).isTrue();
    next.close();
  }

  @Test
  void onANetworkThatCostsMoneyTheOriginalWaitsAndTheSmallCopyGoes() throws Exception {
    Recording recording = spoken(2);
    model.setMetered(true);
    blobs.start();
    blobs.connect(server);
    await(() -> !record(recording.id()).proxy().isEmpty());
    model.setShowing(true);
    assertThat(original().state()).isEqualTo("waits for a network that costs nothing");
  }

  @Test
  void originalsGoOnlyAfterAYesThatSaysWhichAndHowMuch() throws Exception {
    Recording recording = onServer(spoken(2));
    model.setShowing(true);
    assertThat(model.lookProperty().get().removable()).hasSize(1);
    assertThat(model.lookProperty().get().rows()).isEmpty();
    model.free();
    Question asked = questions.getLast();
    assertThat(asked.title()).startsWith("Remove 1 original from this computer?");
    assertThat(asked.shown()).startsWith("At the door, ");
    assertThat(blobs.shelf().isHere(recording)).isTrue();
    asked.yes().run().run();
    await(() -> !toasts.isEmpty());
    assertThat(toasts.getLast().title()).endsWith("freed");
    assertThat(blobs.shelf().isHere(recording)).isFalse();
    assertThat(model.refusals()).isEmpty();
    await(() -> model.lookProperty().get().room().originals() == 0);
  }

  @Test
  void whatTheServerDoesNotSwearToStaysAndSaysSo() throws Exception {
    Recording recording = onServer(spoken(2));
    model.setShowing(true);
    model.free();
    server.weather = call -> call.startsWith("standing") ? Fate.CUT_BEFORE : Fate.WELL;
    questions.getLast().yes().run().run();
    await(() -> !toasts.isEmpty());
    assertThat(model.refusals())
        .containsExactly(
            "At the door stays: the server does not answer now. Try again when you are online.");
    assertThat(blobs.shelf().isHere(recording)).isTrue();
  }

  @Test
  void nothingThatMayGoIsSaidWithoutAQuestion() throws Exception {
    spoken(2);
    model.free();
    await(() -> !toasts.isEmpty());
    assertThat(questions).isEmpty();
    assertThat(toasts.getLast().detail()).contains("until the server has read it back");
  }
}
