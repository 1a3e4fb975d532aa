package dev.throughline.desktop.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.FieldSamples;
import dev.throughline.desktop.participant.ParticipantsPage;
import dev.throughline.desktop.participant.ParticipantsViewModel;
import dev.throughline.desktop.shell.PlaceFrame;
import dev.throughline.desktop.study.StudyListPage;
import dev.throughline.desktop.study.StudyPage;
import dev.throughline.desktop.study.StudyViewModel;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Builds the real pages over a real profile, in both themes and several sizes, and looks at them.
 */
class PlanningPicturesTest {
  @TempDir Path folder;
  private FieldDesk field;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
  }

  @AfterEach
  void close() {
    field.close();
  }

  private void show(
      String name, Theme theme, double width, double height, Function<PlanningDesk, Region> page)
      throws Exception {
    Scene scene =
        FxThread.call(
            () ->
                Snapshot.scene(
                    PlaceFrame.of("library", page.apply(new PlanningDesk(field))),
                    theme,
                    width,
                    height));
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

  private RecordId sampleStudy() {
    return field.studies.all().stream()
        .filter(study -> study.title().equals("Repair or replace"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void everyPageCanBeReadByEverybody(ThemeChoice choice) throws Exception {
    String end = "-" + choice.name().toLowerCase(Locale.ROOT);
    Theme theme = new Theme(choice, 100);
    show("studies-none" + end, theme, 1280, 800, desk -> new StudyListPage(desk.studies()));
    show(
        "participants-none" + end,
        theme,
        1280,
        800,
        desk -> new ParticipantsPage(desk.participants()));
    field.samples.open();
    show("study" + end, theme, 1280, 800, desk -> new StudyPage(desk.study(sampleStudy())));
    FieldSamples.fill(field);
    show("studies" + end, theme, 1280, 800, desk -> new StudyListPage(desk.studies()));
    show("participants" + end, theme, 1280, 800, this::participants);
    show(
        "study-planning" + end,
        theme,
        1280,
        800,
        desk -> {
          StudyViewModel model = desk.study(sampleStudy());
          model.plan();
          return new StudyPage(model);
        });
    show("consent-edit" + end, theme, 1280, 800, desk -> consent(desk));
  }

  private Region participants(PlanningDesk desk) {
    ParticipantsViewModel model = desk.participants();
    model.select(
        desk.people.named("P-02", java.util.Optional.of(sampleStudy())).orElseThrow().id());
    return new ParticipantsPage(model);
  }

  private Region consent(PlanningDesk desk) {
    ParticipantsViewModel model = desk.participants();
    model.editConsent();
    return new ParticipantsPage(model);
  }

  @ParameterizedTest
  @CsvSource({"1000,700,100", "1920,1080,100", "1280,800,150", "1280,800,200"})
  void nothingIsCutAtAnySize(double width, double height, int percent) throws Exception {
    String size = (int) width + "-" + percent;
    Theme theme = new Theme(ThemeChoice.LIGHT, percent);
    field.samples.open();
    show("study-" + size, theme, width, height, desk -> new StudyPage(desk.study(sampleStudy())));
    show("participants-" + size, theme, width, height, this::participants);
  }

  @Test
  void removedStudySaysSo() throws Exception {
    field.samples.open();
    show(
        "study-gone-light",
        new Theme(ThemeChoice.LIGHT, 100),
        1280,
        800,
        desk -> {
          StudyViewModel model = desk.study(sampleStudy());
          StudyPage page = new StudyPage(model);
          model.trash();
          assertThat(desk.left).isEqualTo(1);
          return page;
        });
  }
}
