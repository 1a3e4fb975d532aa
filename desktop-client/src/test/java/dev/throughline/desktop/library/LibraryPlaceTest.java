package dev.throughline.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.exchange.Progress;
import dev.throughline.desktop.exchange.open.OpenExport;
import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.FieldSamples;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.shell.PlaceFrame;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryPlaceTest {
  @TempDir Path folder;
  FieldDesk field;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
  }

  @AfterEach
  void close() {
    field.close();
  }

  private void show(
      String name,
      Theme theme,
      double width,
      double height,
      BiConsumer<LibraryDesk, LibraryPlace> set)
      throws Exception {
    Scene scene =
        FxThread.call(
            () -> {
              LibraryDesk desk = new LibraryDesk(field);
              desk.hasServer.set(false);
              LibraryPlace place = new LibraryPlace(desk.library, desk.imports);
              Scene shown = Snapshot.scene(PlaceFrame.of("library", place), theme, width, height);
              set.accept(desk, place);
              return shown;
            });
    // One more pulse than a window needs, for what answers to its own width.
    FxThread.call(() -> Snapshot.image(scene));
    List<String> findings =
        FxThread.call(
            () -> {
              Snapshot.write(scene, Path.of("target", "pictures", name + ".png"));
              return ContrastWalk.findings(scene);
            });
    assertThat(findings).as(name).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void everyStateCanBeReadByEverybody(ThemeChoice choice) throws Exception {
    String end = "-" + choice.name().toLowerCase(Locale.ROOT);
    Theme theme = new Theme(choice, 100);
    show("library-empty" + end, theme, 1280, 800, (desk, place) -> {});
    FieldSamples.fill(field);
    show(
        "library-list" + end,
        theme,
        1280,
        800,
        (desk, place) -> table(place).getSelectionModel().select(3));
    show(
        "library-narrowed" + end,
        theme,
        1280,
        800,
        (desk, place) -> {
          desk.hasServer.set(true);
          desk.library.showOnly(Gap.NO_TRANSCRIPT);
        });
    show(
        "library-selected" + end,
        theme,
        1280,
        800,
        (desk, place) -> table(place).getSelectionModel().selectIndices(1, 2, 4));
    show(
        "library-nothing" + end,
        theme,
        1280,
        800,
        (desk, place) -> desk.library.narrowing().typedProperty().set("no such thing"));
    field.samples.open();
    show(
        "library-import" + end,
        theme,
        1280,
        800,
        (desk, place) -> {
          desk.imports.take(files(), Optional.empty());
          place.applyCss();
          place.layout();
          place.lookup(".library-left-out").fireEvent(new ActionEvent());
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void tablesAndExportsSayWhatWasNotTakenIn(ThemeChoice choice) throws Exception {
    FieldSamples.fill(field);
    Path export = folder.resolve("Throughline export 2026-11-24");
    OpenExport.write(
        field.ledger.store(),
        new Leaving(field.ledger.store(), new Rulings(field.ledger.store(), field.clock)),
        Optional.empty(),
        export,
        Progress.NONE);
    Path table = export.resolve("csv/participants.csv");
    Files.writeString(table, Files.readString(table).replace("P-07", "P-77"));
    Path talks =
        Files.writeString(
            folder.resolve("autumn-talks.csv"),
            "Title;Who;When;Mood\nBills in autumn;P-40;2026-11-20;calm\n");
    Path wrong =
        Files.writeString(folder.resolve("winter-talks.csv"), "Title;When\nBills;20.11.26\n");
    show(
        "library-import-tables-" + choice.name().toLowerCase(Locale.ROOT),
        new Theme(choice, 100),
        1280,
        800,
        (desk, place) -> {
          desk.imports.take(List.of(export, talks, wrong), Optional.empty());
          place.applyCss();
          place.layout();
          place.lookup(".library-left-out").fireEvent(new ActionEvent());
        });
  }

  private List<Path> files() {
    try {
      return List.of(
          Files.writeString(
              folder.resolve("p-34-kitchen.vtt"),
              "WEBVTT\n\n00:01.000 --> 00:02.000\n<v P-34>I never open it.\n"),
          Files.writeString(
              folder.resolve("p-35-hallway.srt"),
              "1\n00:00:01,000 --> 00:00:02,000\nYes.\n\n2\nlater --> 00:00:04,000\nNo.\n"),
          Files.writeString(folder.resolve("empty.sbv"), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000,700,100", "1920,1080,100", "1280,800,150", "1280,800,200", "1920,1080,250"})
  void nothingIsCutAtAnySize(double width, double height, int percent) throws Exception {
    String size = (int) width + "-" + percent;
    Theme theme = new Theme(ThemeChoice.LIGHT, percent);
    show("library-empty-" + size, theme, width, height, (desk, place) -> {});
    FieldSamples.fill(field);
    show("library-list-" + size, theme, width, height, (desk, place) -> {});
  }

  @Test
  void enterOpensAndDeleteTrashes() throws Exception {
    FieldSamples.fill(field);
    FxThread.call(
        () -> {
          LibraryDesk desk = new LibraryDesk(field);
          LibraryPlace place = new LibraryPlace(desk.library, desk.imports);
          Snapshot.scene(place, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          TableView<?> table = table(place);
          table.getSelectionModel().select(0);
          InterviewRow first = desk.library.rows().getFirst();
          press(table, KeyCode.ENTER);
          assertThat(desk.opened).containsExactly(first.interview().id());
          press(table, KeyCode.DELETE);
          assertThat(desk.library.rows().size()).isEqualTo(26);
          field.toasts.getFirst().actions().getFirst().run().run();
          assertThat(desk.library.rows().size()).isEqualTo(27);
          return true;
        });
  }

  @Test
  void typingNarrowsAndEscapeWidens() throws Exception {
    FieldSamples.fill(field);
    FxThread.call(
        () -> {
          LibraryDesk desk = new LibraryDesk(field);
          LibraryPlace place = new LibraryPlace(desk.library, desk.imports);
          Snapshot.scene(place, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          FilterField filter = (FilterField) place.lookup(".library-filter");
          filter.setText("prepaid");
          assertThat(table(place).getItems()).hasSize(1);
          press(filter, KeyCode.ESCAPE);
          assertThat(table(place).getItems()).hasSize(27);
          return true;
        });
  }

  @Test
  void sortingByMenuIsSortingByHead() throws Exception {
    FieldSamples.fill(field);
    FxThread.call(
        () -> {
          LibraryDesk desk = new LibraryDesk(field);
          LibraryPlace place = new LibraryPlace(desk.library, desk.imports);
          Snapshot.scene(place, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          LibraryTable table = (LibraryTable) table(place);
          table.sortBy(LibraryColumn.TITLE);
          assertThat(desk.titles().getFirst()).isEqualTo("First look at the saving screen");
          table.sortBy(LibraryColumn.TITLE);
          assertThat(desk.titles().getFirst()).isEqualTo("Winter diary, week 2");
          table.getSortOrder().clear();
          assertThat(desk.titles().getFirst()).isEqualTo("Switching with a prepaid meter");
          return true;
        });
  }

  private static TableView<?> table(Node place) {
    return (TableView<?>) place.lookup(".library-table");
  }

  private static void press(Node target, KeyCode code) {
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
