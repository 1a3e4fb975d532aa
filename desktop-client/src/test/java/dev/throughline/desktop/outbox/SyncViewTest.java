package dev.throughline.desktop.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sync.SyncState;
import dev.throughline.desktop.sync.SyncState.Mode;
import dev.throughline.desktop.sync.SyncStatusSamples;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures the Sync place in its states and walks the pictures, in both themes. */
class SyncViewTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  @TempDir Path folder;
  private OutboxDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new OutboxDesk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void onItsOwnThePlaceOffersToJoin() throws Exception {
    desk.newInterview("First look at the saving screen");
    say(Mode.LOCAL);
    assertThat(pictured("sync-local", 100)).isEmpty();
  }

  @Test
  void offlineListsWhatWaits() throws Exception {
    desk.join();
    OutboxWindow.fieldMorning(desk);
    say(Mode.OFFLINE);
    assertThat(pictured("sync-offline", 100)).isEmpty();
  }

  @Test
  void whatNeedsThePersonComesFirst() throws Exception {
    desk.join();
    OutboxWindow.keptAside(desk);
    OutboxWindow.fieldMorning(desk);
    OutboxWindow.conflicts(desk);
    say(Mode.WAITING);
    assertThat(pictured("sync-needs-you", 100)).isEmpty();
  }

  @Test
  void emptyOutboxSaysThatAllIsSaved() throws Exception {
    desk.join();
    desk.say(SyncStatusSamples.saved(desk.time.millis()));
    assertThat(pictured("sync-saved", 100)).isEmpty();
  }

  @Test
  void blockedSaysWhyAndWhatToDo() throws Exception {
    desk.join();
    desk.newInterview("First look at the saving screen");
    desk.say(
        SyncStatusSamples.blocked(
            "SYN-01",
            "This profile belongs to another workspace. Nothing was changed. Set the server it"
                + " joined, or open another profile with --profile."));
    assertThat(pictured("sync-blocked", 100)).isEmpty();
  }

  @Test
  void joiningAndLeavingAreReadable() throws Exception {
    desk.place.server().addressProperty().set("our server");
    desk.place.server().join();
    assertThat(pictured("sync-no-address", 100)).isEmpty();
    desk.setServer(Optional.of(URI.create("http://192.168.1.20:7480/")));
    say(Mode.OFFLINE);
    assertThat(pictured("sync-joining", 100)).isEmpty();
    desk.join();
    desk.place.setShowing(true);
    desk.place.server().leave();
    assertThat(pictured("sync-left", 100)).isEmpty();
  }

  @Test
  void unsavedCodeIsReminded() throws Exception {
    desk.isRecoverySaved.set(false);
    desk.newInterview("First look at the saving screen");
    say(Mode.LOCAL);
    assertThat(pictured("sync-code", 100)).isEmpty();
  }

  @Test
  void largeTextFitsASmallWindow() throws Exception {
    desk.join();
    OutboxWindow.keptAside(desk);
    OutboxWindow.fieldMorning(desk);
    OutboxWindow.conflicts(desk);
    say(Mode.OFFLINE);
    for (int scale : List.of(150, 200, 250)) {
      assertThat(picture("sync-offline-" + scale, ThemeChoice.LIGHT, scale, 1000, 700)).isEmpty();
    }
    assertThat(picture("sync-offline-wide", ThemeChoice.LIGHT, 100, 1920, 1080)).isEmpty();
    assertThat(picture("sync-offline-small", ThemeChoice.LIGHT, 100, 1000, 700)).isEmpty();
  }

  private void say(Mode mode) {
    var counts = desk.ledger.store().counts();
    long since = desk.time.millis() - 3 * 3_600_000L;
    SyncState state = SyncStatusSamples.counted(mode, since, counts.waiting(), counts.parked());
    desk.say(SyncStatusSamples.synced(state, mode == Mode.LOCAL ? 0 : since));
  }

  private List<String> pictured(String name, int scale) throws Exception {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      findings.addAll(picture(name, theme, scale, WIDTH, HEIGHT));
    }
    return findings;
  }

  private List<String> picture(String name, ThemeChoice theme, int scale, int width, int height)
      throws Exception {
    return FxThread.call(
        () -> {
          var scene = Snapshot.scene(OutboxWindow.of(desk), new Theme(theme, scale), width, height);
          String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
          Snapshot.write(scene, PICTURES.resolve(file));
          return ContrastWalk.findings(scene);
        });
  }
}
