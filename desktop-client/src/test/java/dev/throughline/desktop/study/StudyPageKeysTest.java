package dev.throughline.desktop.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.planning.PlanningDesk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guide is written, put in order and taken apart, and a session planned, without a mouse. */
class StudyPageKeysTest {
  @TempDir Path folder;
  private FieldDesk field;
  private PlanningDesk desk;

  @BeforeEach
  void open() {
    field = new FieldDesk(folder);
    desk = new PlanningDesk(field);
  }

  @AfterEach
  void close() {
    field.close();
  }

  private StudyPage page(RecordId study) {
    StudyPage page = new StudyPage(desk.study(study));
    Snapshot.scene(page, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
    return page;
  }

  private List<String> texts(RecordId study) {
    return desk.guides.topics(study).stream().map(Topic::text).toList();
  }

  private static void press(Node target, KeyCode code, boolean alt) {
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
  }

  private static InPlaceFieldView row(StudyPage page, int index) {
    page.applyCss();
    page.layout();
    return page.lookupAll(".guide-topic").stream()
        .map(row -> (InPlaceFieldView) row.lookup(".tl-in-place"))
        .toList()
        .get(index);
  }

  @Test
  void guideIsWrittenOrderedAndTakenApartByKeys() throws Exception {
    RecordId study = field.study("Tariff switching");
    FxThread.call(
        () -> {
          StudyPage page = page(study);
          TextArea fresh = (TextArea) page.lookup(".guide-new .text-area");
          for (String line : List.of("One", "Two", "Three")) {
            fresh.setText(line);
            press(fresh, KeyCode.ENTER, false);
          }
          assertThat(fresh.getText()).isEmpty();
          assertThat(texts(study)).containsExactly("One", "Two", "Three");
          press(row(page, 2), KeyCode.UP, true);
          assertThat(texts(study)).containsExactly("One", "Three", "Two");
          press(row(page, 0), KeyCode.DOWN, true);
          assertThat(texts(study)).containsExactly("Three", "One", "Two");
          InPlaceFieldView first = row(page, 0);
          first.setText("Third");
          press(first, KeyCode.ENTER, false);
          assertThat(texts(study)).containsExactly("Third", "One", "Two");
          first.setText("");
          press(first, KeyCode.ENTER, false);
          assertThat(texts(study)).containsExactly("One", "Two");
          return true;
        });
  }

  @Test
  void pastedLinesBecomeTopics() throws Exception {
    RecordId study = field.study("Tariff switching");
    FxThread.call(
        () -> {
          TextArea fresh = (TextArea) page(study).lookup(".guide-new .text-area");
          fresh.setText("- One\n- Two\n- Three");
          return true;
        });
    FxThread.call(() -> true);
    assertThat(texts(study)).containsExactly("One", "Two", "Three");
  }

  @Test
  void sessionIsPlannedByKeysAndEscapeGivesUp() throws Exception {
    RecordId study = field.study("Tariff switching");
    FxThread.call(
        () -> {
          StudyViewModel model = desk.study(study);
          StudyPage page = new StudyPage(model);
          Snapshot.scene(page, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
          model.plan();
          TextField place = (TextField) page.lookup(".planning .place");
          place.setText("Video call");
          press(place, KeyCode.ENTER, false);
          assertThat(desk.list.rows()).hasSize(1);
          assertThat(desk.list.rows().getFirst().interview().place()).isEqualTo("Video call");
          model.plan();
          press(page.lookup(".planning .time"), KeyCode.ESCAPE, false);
          assertThat(model.planning().openProperty().get()).isFalse();
          assertThat(desk.list.rows()).hasSize(1);
          return true;
        });
  }
}
