package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.transcript.ImportResult;
import dev.throughline.desktop.transcript.file.ReadProgress;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.value.Value;
import dev.throughline.standalone.StandaloneServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interviews travel between real profiles through a real server. */
class TravelIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir static Path shared;
  private static StandaloneServer server;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() {
    server = StandaloneServer.start(StandaloneServer.Options.in(shared.resolve("server")));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void profilesThatSyncInTurnExportTheSame() throws IOException {
    try (ClientWiring anna = Desks.open(folder.resolve("anna"));
        ClientWiring ben = Desks.open(folder.resolve("ben"))) {
      importText(anna, "anna.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v P-01>From Anna\n");
      importText(ben, "ben.srt", "1\n00:00:01,000 --> 00:00:02,000\nFrom Ben\n");
      Interviews.Created created = anna.interviews().create(Optional.empty(), "Shared", DAY);
      anna.memos().write(created.id(), created.memo(), "", "one two three");
      syncAll(anna, ben);
      anna.memos().write(created.id(), created.memo(), "one two three", "one two three four");
      ben.memos().write(created.id(), created.memo(), "one two three", "zero one two three");
      syncAll(anna, ben);
      assertThat(anna.memos().read(created.memo())).isEqualTo("zero one two three four");
      assertThat(Desks.records(ben)).isEqualTo(Desks.records(anna));
      assertThat(export(ben, "ben.json")).isEqualTo(export(anna, "anna.json"));
    }
  }

  @Test
  void theLosingTitleIsKeptBesideTheShownOne() {
    try (ClientWiring anna = Desks.open(folder.resolve("anna"));
        ClientWiring ben = Desks.open(folder.resolve("ben"))) {
      Interviews.Created created = anna.interviews().create(Optional.empty(), "First", DAY);
      syncAll(anna, ben);
      anna.interviews().set(created.id(), Map.of("title", Value.text("Anna's title")));
      ben.interviews().set(created.id(), Map.of("title", Value.text("Ben's title")));
      syncAll(anna, ben);
      Conflict kept = anna.interviews().open(created.id()).orElseThrow().kept().getFirst();
      assertThat(kept.shown().value()).isNotEqualTo(kept.kept().value());
      assertThat(kept.base()).isEqualTo(Value.text("First"));
      assertThat(Desks.records(ben)).isEqualTo(Desks.records(anna));
    }
  }

  @Test
  void anExportReadsBackInLossFree() throws IOException {
    try (ClientWiring anna = Desks.open(folder.resolve("anna"));
        ClientWiring ben = Desks.open(folder.resolve("ben"))) {
      importText(anna, "notes.md", "# A talk\n\n**P-01:** Hello there.\n\nAnd more.\n");
      Agreeing.everywhere(anna);
      String first = export(anna, "first.json");
      assertThat(first).contains("Hello there.");
      assertThat(WorkspaceFile.read(ben.ledger(), folder.resolve("first.json")))
          .isInstanceOf(WorkspaceFile.Imported.class);
      assertThat(export(ben, "second.json")).isEqualTo(first);
    }
  }

  @Test
  void aProfileWhoseStoreIsGoneComesBackFromJournalAndServer() throws IOException {
    Path profile = folder.resolve("anna");
    Map<?, ?> before;
    try (ClientWiring anna = Desks.open(profile)) {
      anna.interviews().create(Optional.empty(), "Synced", DAY);
      sync(anna);
      anna.interviews().create(Optional.empty(), "Not synced", DAY);
      before = Desks.records(anna);
    }
    Desks.deleteStore(profile);
    try (ClientWiring anna = Desks.open(profile)) {
      sync(anna);
      assertThat(Desks.records(anna)).isEqualTo(before);
      assertThat(anna.ledger().store().counts().waiting()).isZero();
    }
  }

  @Test
  void aServerThatIsAwayIsNoError() {
    try (ClientWiring anna = Desks.open(folder.resolve("anna"))) {
      anna.interviews().create(Optional.empty(), "Offline", DAY);
      assertThat(Desks.sync(anna, URI.create("http://127.0.0.1:9/"), "Anna").last())
          .isInstanceOf(Round.Away.class);
      sync(anna);
      assertThat(anna.ledger().store().newest(Interview.KIND.name(), 0, 10)).isNotEmpty();
    }
  }

  private void importText(ClientWiring desk, String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    assertThat(desk.transcripts().importFile(file, Optional.empty(), DAY, ReadProgress.NONE))
        .isInstanceOf(ImportResult.Imported.class);
  }

  private String export(ClientWiring desk, String name) throws IOException {
    desk.export(folder.resolve(name));
    return Files.readString(folder.resolve(name));
  }

  private static void syncAll(ClientWiring anna, ClientWiring ben) {
    for (int turn = 0; turn < 2; turn++) {
      sync(anna);
      sync(ben);
    }
  }

  private static void sync(ClientWiring desk) {
    assertThat(Desks.sync(desk, URI.create(server.url()), "Someone").last())
        .isInstanceOf(Round.Done.class);
  }
}
