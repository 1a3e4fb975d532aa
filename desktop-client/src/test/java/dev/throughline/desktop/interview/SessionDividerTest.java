package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes and transcript share the page as they did, whatever comes and goes beside it. */
class SessionDividerTest {
  private static final double PANEL = 320;

  @TempDir Path folder;
  private SessionDesk desk;

  @BeforeEach
  void open() {
    desk = new SessionDesk(Desk.open(folder.resolve("anna")));
    desk.client.samples().open();
  }

  @AfterEach
  void close() {
    desk.client.close();
  }

  @Test
  void notesKeepTheirShareWhenAPanelComesAndGoes() throws Exception {
    FxThread.call(
        () -> {
          SessionViewModel model = desk.page(desk.client.samples().interviews().getLast());
          BorderPane window = new BorderPane(new SessionPage(model));
          Scene scene = Snapshot.scene(window, new Theme(ThemeChoice.LIGHT, 100), 1240, 800);
          layout(scene);
          SplitPane split = (SplitPane) scene.lookup(".tl-split");
          double share = split.getDividerPositions()[0];
          for (int i = 0; i < 3; i++) {
            Region panel = new Region();
            panel.setMinWidth(PANEL);
            window.setRight(panel);
            layout(scene);
            assertThat(split.getDividerPositions()[0]).isCloseTo(share, within(0.02));
            window.setRight(null);
            layout(scene);
            assertThat(split.getDividerPositions()[0]).isCloseTo(share, within(0.02));
          }
          split.setDividerPositions(0.6);
          layout(scene);
          window.setRight(new Region());
          layout(scene);
          assertThat(split.getDividerPositions()[0]).isCloseTo(0.6, within(0.02));
          return true;
        });
  }

  private static void layout(Scene scene) {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }
}
