package dev.throughline.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.model.id.RecordId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a store that a crash or a power cut left behind. */
class StoreFileTest {
  @TempDir Path folder;

  @Test
  void aStoreThatWasHalfMadeIsMadeAnewFromTheJournal() throws Exception {
    RecordId memo = write("kept");
    damage("drop table pending");
    Files.createFile(mark());
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.isRebuilt()).isTrue();
      assertThat(Desk.notes(desk, memo)).isEqualTo("kept");
    }
  }

  @Test
  void aStoreWithAnUnreadableRowIsMadeAnewFromTheJournal() throws Exception {
    RecordId memo = write("kept");
    damage("update record set fields = X'ff00ff'");
    Files.createFile(mark());
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.isRebuilt()).isTrue();
      assertThat(Desk.notes(desk, memo)).isEqualTo("kept");
    }
  }

  @Test
  void aWholeStoreThatWasNotClosedIsKept() throws Exception {
    write("kept");
    Files.createFile(mark());
    try (ClientWiring desk = Desk.open(profile())) {
      assertThat(desk.isRebuilt()).isFalse();
      assertThat(mark()).exists();
    }
    assertThat(mark()).doesNotExist();
  }

  private RecordId write(String notes) {
    try (ClientWiring desk = Desk.open(profile())) {
      return Desk.newMemo(desk, notes);
    }
  }

  private void damage(String sql) throws SQLException {
    String password;
    try (ClientWiring desk = Desk.open(profile())) {
      password = new String(desk.profile().key().password("store")) + " local";
    }
    String url = H2Medium.url(new SystemDisk(), LocalStore.file(profile()));
    try (Connection connection = DriverManager.getConnection(url, "throughline", password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Path profile() {
    return folder.resolve("profile");
  }

  private Path mark() {
    return LocalStore.file(profile()).resolveSibling("local.open");
  }
}
