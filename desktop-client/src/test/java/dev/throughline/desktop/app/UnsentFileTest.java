package dev.throughline.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.comment.UnsentComments;
import dev.throughline.desktop.store.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed and not sent is there again, and what cannot be read is not written over. */
class UnsentFileTest {
  @TempDir Path folder;
  private ClientWiring desk;

  @BeforeEach
  void open() {
    desk = Desk.open(folder.resolve("desk"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Path file(String name) {
    return folder.resolve("desk").resolve(name);
  }

  /** As after a start: nothing is known but what the file says. */
  private UnsentComments again() {
    return desk.unsentComments();
  }

  @Test
  void whatIsTypedIsThereAgain() {
    again().keep("new", "Half a tho");
    assertThat(again().at("new")).isEqualTo("Half a tho");
    assertThat(file("unsent.damaged")).doesNotExist();
    again().keep("new", "");
    assertThat(again().at("new")).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsKeptAside() throws IOException {
    byte[] damaged = {1, 2, 3};
    Files.write(file("unsent"), damaged);
    UnsentComments unsent = again();
    assertThat(unsent.at("new")).isEmpty();
    assertThat(file("unsent")).hasBinaryContent(damaged);
    unsent.keep("new", "Something else");
    unsent.keep("new", "Something else again");
    assertThat(file("unsent.damaged")).hasBinaryContent(damaged);
    assertThat(again().at("new")).isEqualTo("Something else again");
  }

  @Test
  void howeverMuchIsTypedWhatIsKeptCanBeReadAgain() {
    UnsentComments unsent = again();
    unsent.keep("huge", "\u20ac".repeat(5_000_000));
    assertThat(again().at("huge")).hasSize(200_000);
    for (int i = 0; i < 8; i++) {
      unsent.keep("page " + i, "\u20ac".repeat(100_000));
    }
    unsent.keep("huge", "a".repeat(199_999) + "\ud83d\ude00");
    assertThat(again().at("huge")).as("typed last").hasSize(199_999);
    assertThat(again().at("page 7")).hasSize(100_000);
    assertThat(again().at("page 0")).as("begun first").isEmpty();
  }
}
