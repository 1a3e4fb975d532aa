package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.WindowState.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStateTest {
  private static final WindowState STATE =
      new WindowState(new Frame(-20, 40, 1280, 800), true, "library", "session:7", false);

  @TempDir Path profile;

  @Test
  void stateComesBackWithTheSettings() {
    ClientSettings.open(profile).setWindow(STATE);
    ClientSettings again = ClientSettings.open(profile);
    assertThat(again.window()).contains(STATE);
    again.setScale(150);
    assertThat(ClientSettings.open(profile).window()).contains(STATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"window\":7}",
        "{\"window\":{}}",
        "{\"window\":{\"x\":1,\"y\":1,\"width\":0,\"height\":5}}",
        "{\"window\":{\"x\":\"1\",\"y\":1,\"width\":9,\"height\":5}}",
        "{\"window\":{\"x\":1,\"y\":1,\"width\":9999999999,\"height\":5}}"
      })
  void garbageIsNoState(String file) throws IOException {
    Files.writeString(profile.resolve("settings.json"), file);
    assertThat(ClientSettings.open(profile).window()).isEqualTo(Optional.empty());
  }

  @Test
  void endlessNamesAreDropped() throws IOException {
    Files.writeString(
        profile.resolve("settings.json"),
        "{\"window\":{\"x\":1,\"y\":1,\"width\":9,\"height\":5,\"place\":\""
            + "a".repeat(1_000)
            + "\"}}");
    assertThat(ClientSettings.open(profile).window().orElseThrow().place()).isEmpty();
  }
}
