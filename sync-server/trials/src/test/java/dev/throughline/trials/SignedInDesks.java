package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.signin.Browser;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.identity.FirstPassword;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.model.value.Value;
import dev.throughline.standalone.StandaloneServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Real desktops whose people sign in to a standalone server that is not open to everybody. */
abstract class SignedInDesks {
  @TempDir static Path shared;
  private static StandaloneServer server;
  private static Map<String, String> passwords;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    server =
        StandaloneServer.start(StandaloneServer.Options.in(shared.resolve("server")).withSignIn());
    passwords =
        server.firstPasswords().stream()
            .collect(Collectors.toMap(FirstPassword::username, FirstPassword::password));
    try (ClientWiring admin = desk(shared, "key-admin")) {
      sync(admin);
      grant(admin, Optional.empty(), Optional.empty(), Level.NONE);
      assertThat(sync(admin).parked()).isZero();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static URI address() {
    return URI.create(server.url() + "/");
  }

  static Browser browser(String username) {
    return SignInBrowser.of(username, passwords.getOrDefault(username, ""));
  }

  final ClientWiring desk(String username) throws Exception {
    return desk(folder, username);
  }

  static ClientWiring desk(Path folder, String username) throws Exception {
    ClientWiring desk = Desks.open(folder.resolve(username));
    desk.account().signIn(address(), browser(username));
    return desk;
  }

  static SyncRound.Result sync(ClientWiring desk) throws Exception {
    try (HttpSyncTransport way =
        new HttpSyncTransport(address(), desk.account(), desk::workspace)) {
      return sync(desk, way);
    }
  }

  static SyncRound.Result sync(ClientWiring desk, HttpSyncTransport way) throws Exception {
    SyncRound.Result result = SyncRound.complete(desk.ledger(), way, desk.self(), desk.clock());
    assertThat(result.last()).isInstanceOf(Round.Done.class);
    return result;
  }

  static RecordId make(ClientWiring desk, String kind, Map<String, String> texts) {
    RecordId id = desk.ledger().newRecord();
    Map<String, Value> fields = new HashMap<>();
    texts.forEach((name, text) -> fields.put(name, Value.text(text)));
    save(desk, new Draft.Set(id, kind, fields));
    return id;
  }

  static void save(ClientWiring desk, Draft draft) {
    assertThat(desk.ledger().record(List.of(draft))).isInstanceOf(SaveResult.Saved.class);
  }

  static void grant(
      ClientWiring by, Optional<RecordId> person, Optional<RecordId> study, Level level) {
    Grant grant = Grant.of(person, study, level);
    save(by, new Draft.Set(grant.id(), "grant", grant.toFields()));
  }

  static Optional<RecordId> person(ClientWiring desk) {
    return desk.ledger().store().rights().person();
  }

  static boolean has(ClientWiring desk, RecordId id) {
    return desk.ledger().store().find(id).isPresent();
  }

  final String export(ClientWiring desk) throws Exception {
    Path file = folder.resolve("export.json");
    desk.export(file);
    return Files.readString(file);
  }
}
