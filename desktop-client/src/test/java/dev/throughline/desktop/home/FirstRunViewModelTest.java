package dev.throughline.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunViewModelTest {
  @TempDir Path folder;
  HomeDesk desk;

  @BeforeEach
  void open() {
    desk = new HomeDesk(new FieldDesk(folder));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void sampleDoorOpensTheSampleAndEndsThePage() {
    desk.firstRun.openSample();
    assertThat(desk.list.rows()).hasSize(3);
    assertThat(desk.answers.isBegun()).isTrue();
    assertThat(desk.firstRun.begunProperty().get()).isTrue();
  }

  @Test
  void emptyDoorOnlyEndsThePage() {
    desk.firstRun.startEmpty();
    assertThat(desk.list.rows()).isEmpty();
    assertThat(desk.answers.isBegun()).isTrue();
  }

  @Test
  void wrongAddressGetsOneSentenceAndKeepsThePage() {
    desk.firstRun.addressProperty().set("team server");
    desk.firstRun.join();
    assertThat(desk.firstRun.errorProperty().get()).contains("http://team-server:7480");
    assertThat(desk.answers.isBegun()).isFalse();
    desk.firstRun.addressProperty().set("http://team");
    assertThat(desk.firstRun.errorProperty().get()).isEmpty();
  }

  @Test
  void rightAddressJoins() {
    desk.firstRun.addressProperty().set("http://team:7480");
    desk.firstRun.join();
    assertThat(desk.joined).containsExactly(URI.create("http://team:7480"));
    assertThat(desk.answers.isBegun()).isTrue();
  }

  @Test
  void droppedFilesBeginTheWork() {
    desk.firstRun.importFiles(List.of(Path.of("talk.vtt")));
    assertThat(desk.imported).containsExactly(Path.of("talk.vtt"));
    assertThat(desk.answers.isBegun()).isTrue();
  }

  @Test
  void nameIsAskedOnce() {
    assertThat(desk.name.askedProperty().get()).isTrue();
    desk.name.nameProperty().set("  Ines Kohl ");
    desk.name.save();
    assertThat(desk.answers.displayName()).contains("Ines Kohl");
    desk.name.refresh();
    assertThat(desk.name.askedProperty().get()).isFalse();
  }

  @Test
  void skippedNameIsNotAskedAgain() {
    desk.name.skip();
    desk.name.refresh();
    assertThat(desk.name.askedProperty().get()).isFalse();
    assertThat(desk.answers.displayName()).isEmpty();
  }

  @Test
  void blankNameIsNotAnAnswer() {
    desk.name.nameProperty().set("  ");
    desk.name.save();
    assertThat(desk.name.errorProperty().get()).isNotEmpty();
    assertThat(desk.name.askedProperty().get()).isTrue();
  }

  @Test
  void typedNameIsKeptWhenADoorIsTaken() {
    desk.name.nameProperty().set("Jon A.");
    desk.firstRun.startEmpty();
    assertThat(desk.answers.displayName()).contains("Jon A.");
  }

  @Test
  void untouchedNameIsAskedAgainOnHome() {
    desk.firstRun.startEmpty();
    desk.name.refresh();
    assertThat(desk.name.askedProperty().get()).isTrue();
  }

  @Test
  void nameGivenElsewhereEndsTheQuestion() {
    desk.answers.setDisplayName("Ines Kohl");
    desk.name.refresh();
    assertThat(desk.name.askedProperty().get()).isFalse();
  }

  @Test
  void firstPageIsForWhoHasNothingAndChoseNothing() {
    assertThat(HomePage.of(false, true, false)).isEqualTo(HomePage.LOADING);
    assertThat(HomePage.of(false, true, true)).isEqualTo(HomePage.FIRST_RUN);
    assertThat(HomePage.of(true, true, true)).isEqualTo(HomePage.HOME);
    assertThat(HomePage.of(false, false, false)).isEqualTo(HomePage.HOME);
  }
}
