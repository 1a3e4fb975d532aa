package dev.throughline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.WalkedPictures;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.WorkspaceList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Settings say of the server: its workspaces, and the person's devices. */
class ServerSectionsTest {
  private static final WorkspaceId TEAM = new WorkspaceId(Uuids.derived("team"));
  private static final WorkspaceId GROWTH = new WorkspaceId(Uuids.derived("growth"));
  private static final DeviceId DESK = new DeviceId(Uuids.derived("desk"));
  private static final DeviceId FIELD = new DeviceId(Uuids.derived("field"));
  private static final DeviceId OLD = new DeviceId(Uuids.derived("old"));

  @TempDir Path folder;

  private static void tells(PlayedServer server) {
    server.device = Optional.of(DESK);
    server.joined = Optional.of(TEAM);
    server.workspaces =
        Optional.of(
            new Reply.Ok<>(
                new WorkspaceList(
                    List.of(
                        new WorkspaceList.Entry(TEAM, "Team workspace"),
                        new WorkspaceList.Entry(GROWTH, "Growth")),
                    true)));
    long noon = 1_795_000_000_000L;
    server.devices =
        Optional.of(
            new Reply.Ok<>(
                new DeviceList(
                    List.of(
                        new DeviceList.Entry(
                            DESK, "Desk", "Ines K.", true, noon, 0, Optional.empty()),
                        new DeviceList.Entry(
                            FIELD, "Field laptop", "Ines K.", true, noon, 12, Optional.empty()),
                        new DeviceList.Entry(
                            OLD,
                            "",
                            "Jon A.",
                            false,
                            noon,
                            0,
                            Optional.of(new DeviceList.End("Ines K.", noon)))))));
  }

  private static Parent sections(SettingsDesk desk) {
    Sheet sheet = new Sheet();
    sheet
        .header(new SheetHeader("Settings"))
        .body(
            "Settings",
            new WorkspacesSection(desk.place.workspaces()),
            new DevicesSection(desk.place.devices()));
    StackPane place = new StackPane(sheet);
    place.getStyleClass().add("tl-settings");
    desk.place.workspaces().refresh();
    desk.place.devices().refresh();
    return place;
  }

  private static List<String> words(Parent root) {
    return root.lookupAll(".label").stream()
        .map(Labeled.class::cast)
        .map(Labeled::getText)
        .filter(text -> text != null && !text.isBlank())
        .toList();
  }

  private static Button button(Parent root, String text) {
    return root.lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(it -> text.equals(it.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withoutAServerBothSayWhatWillStandThere() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      FxThread.call(
          () -> {
            Parent root = sections(desk);
            WalkedPictures.write("server-none", root);
            assertThat(words(root))
                .contains(
                    "Once a server is set, the workspaces you are in stand here.",
                    "Once a server is set, the devices you work with stand here.");
            return null;
          });
    }
  }

  @Test
  void workspacesAreOpenedAndMade() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      tells(desk.server);
      FxThread.call(
          () -> {
            Parent root = sections(desk);
            WalkedPictures.write("server-told", root);
            assertThat(words(root)).contains("Team workspace", "Open here", "Growth");
            button(root, "Open").fire();
            Node field = root.lookup(".workspaces .text-field");
            ((TextField) field).setText("Billing");
            button(root, "Create").fire();
            return null;
          });
      assertThat(desk.server.asked).containsExactly("open Growth", "make Billing");
    }
  }

  @Test
  void aProfileThatHasJoinedNoneChooses() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      tells(desk.server);
      desk.server.joined = Optional.empty();
      FxThread.call(
          () -> {
            Parent root = sections(desk);
            WalkedPictures.write("server-choose", root);
            assertThat(words(root)).doesNotContain("Open here");
            button(root, "Join").fire();
            return null;
          });
      assertThat(desk.server.joined).contains(TEAM);
    }
  }

  @Test
  void aDeviceIsSignedOutAfterAQuestion() throws Exception {
    try (SettingsDesk desk = new SettingsDesk(folder.resolve("mara"))) {
      tells(desk.server);
      FxThread.call(
          () -> {
            Parent root = sections(desk);
            WalkedPictures.write("server-devices", root);
            assertThat(words(root))
                .anyMatch(line -> line.contains("12 changes waited on it"))
                .anyMatch(line -> line.contains("signed out by Ines K."));
            button(root, "Sign out").fire();
            assertThat(desk.server.asked).isEmpty();
            WalkedPictures.write("server-ask", root);
            button(root, "Keep").fire();
            button(root, "Sign out").fire();
            button(root, "Sign out").fire();
            return null;
          });
      assertThat(desk.server.asked).containsExactly("end " + FIELD);
    }
  }
}
