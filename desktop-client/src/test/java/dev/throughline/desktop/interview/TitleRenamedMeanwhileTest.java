package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.memo.Relay;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna has the caret in a title, in a real window, while Ben's rename arrives. */
class TitleRenamedMeanwhileTest {
  private final Relay relay = new Relay();
  @TempDir Path folder;
  private SessionDesk anna;
  private ClientWiring ben;
  private RecordId interview;

  /** What happens on the page; the server may be asked. */
  private interface Story {
    void tell(InPlaceFieldView title, SessionPage page) throws Exception;
  }

  @BeforeEach
  void open() throws Exception {
    anna = new SessionDesk(Desk.open(folder.resolve("anna")));
    ben = Desk.open(folder.resolve("ben"));
    relay.join(anna.client);
    relay.join(ben);
    interview = anna.newInterview("Old title");
    round();
  }

  @AfterEach
  void close() {
    anna.client.close();
    ben.close();
  }

  @Test
  void renameIsShownAtOnceWhereNothingIsTypedAndNothingIsSaved() throws Exception {
    inWindow(
        (title, page) -> {
          benRenames();
          assertThat(title.getText()).isEqualTo("Ben's title");
          assertThat(title.isFocused()).isTrue();
          page.lookup(".tl-notes .tl-typed").requestFocus();
          assertThat(anna.client.ledger().store().toPush(10)).isEmpty();
        });
    round();
    assertThat(titles()).containsOnly("Ben's title");
    assertThat(relay.kept()).isEmpty();
  }

  @Test
  void whatIsTypedOnAnOlderTitleMeetsTheRenameInAConflict() throws Exception {
    inWindow(
        (title, page) -> {
          title.appendText(", typed");
          benRenames();
          ben.interviews().set(interview, Map.of("place", Value.text("Kitchen")));
          relay.push(ben);
          relay.pull(anna.client);
          assertThat(title.getText()).isEqualTo("Old title, typed");
          page.lookup(".tl-notes .tl-typed").requestFocus();
        });
    round();
    assertThat(relay.kept())
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.field()).isEqualTo("title");
              assertThat(kept.base()).isEqualTo(Value.text("Old title"));
              assertThat(List.of(kept.shown().value(), kept.kept().value()))
                  .containsExactlyInAnyOrder(
                      Value.text("Ben's title"), Value.text("Old title, typed"));
            });
    assertThat(titles()).hasSize(2).allMatch(titles().getFirst()::equals);
    assertThat(ben.ledger().store().count(Conflict.KIND.name(), ben.ledger().store().home()))
        .isEqualTo(1);
  }

  @Test
  void savedTitleIsGoneOnFromWithoutAConflict() throws Exception {
    inWindow(
        (title, page) -> {
          benRenames();
          title.appendText(", mine");
          page.lookup(".tl-notes .tl-typed").requestFocus();
          title.requestFocus();
          title.appendText(" again");
          page.lookup(".tl-notes .tl-typed").requestFocus();
        });
    round();
    assertThat(titles()).containsOnly("Ben's title, mine again");
    assertThat(relay.kept()).isEmpty();
  }

  private void benRenames() throws Exception {
    ben.interviews().set(interview, Map.of("title", Value.text("Ben's title")));
    relay.push(ben);
    relay.pull(anna.client);
  }

  private void round() throws Exception {
    for (int i = 0; i < 2; i++) {
      relay.push(anna.client);
      relay.pull(anna.client);
      relay.push(ben);
      relay.pull(ben);
    }
  }

  private List<String> titles() {
    return List.of(title(anna.client), title(ben));
  }

  private String title(ClientWiring desk) {
    return desk.interviews().open(interview).orElseThrow().interview().title();
  }

  private void inWindow(Story story) throws Exception {
    FxThread.call(
        () -> {
          SessionPage page = new SessionPage(anna.page(interview));
          Stage stage = new Stage();
          stage.setScene(new Scene(page, 900, 700));
          stage.show();
          try {
            page.applyCss();
            page.layout();
            InPlaceFieldView title = (InPlaceFieldView) page.lookup(".tl-in-place.title");
            title.requestFocus();
            assertThat(title.isFocused()).isTrue();
            story.tell(title, page);
          } finally {
            stage.close();
          }
          return true;
        });
  }
}
