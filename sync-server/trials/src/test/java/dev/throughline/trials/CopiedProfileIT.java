package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.sync.Round;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.value.Value;
import dev.throughline.standalone.StandaloneServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile is copied to a second computer, and people go on in both. */
class CopiedProfileIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  @TempDir static Path shared;
  private static StandaloneServer server;

  @TempDir Path folder;
  private Optional<Interviews.Created> begun = Optional.empty();

  @BeforeAll
  static void startServer() {
    server = StandaloneServer.start(StandaloneServer.Options.in(shared.resolve("server")));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void bothGoOnAsDevicesOfTheirOwnAndNothingIsLostOrDoubled() throws IOException {
    try (ClientWiring desk = open("one")) {
      begin(desk);
      type(desk, "begun.", "begun. unsent");
    }
    copy(true);
    try (ClientWiring one = open("one");
        ClientWiring two = open("two")) {
      type(one, "begun. unsent", "begun. unsent on the first");
      title(one, "First");
      // More numbers than the other, as if its later ones knew of these.
      for (int i = 0; i < 5; i++) {
        place(two, "Room " + i);
      }
      type(two, "begun. unsent", "begun. unsent on the second");
      title(two, "Second");
      syncAll(one, two);

      assertThat(one.ledger().store().device()).isNotEqualTo(two.ledger().store().device());
      assertEveryWordOnce(one, "begun", "unsent", "first", "second");
      assertKept(one, "title", "First", "Second");
      assertThat(Desks.records(two)).isEqualTo(Desks.records(one));
      goesOn(one, two);
    }
  }

  @Test
  void aCopyMadeWhileSomebodyTypesTakesNoWordsAway() throws IOException {
    try (ClientWiring one = open("one")) {
      begin(one);
      type(one, "begun.", "begun. early");
      copy(false);
      type(one, "begun. early", "begun. early and late");
      try (ClientWiring two = open("two")) {
        sync(two);
        syncAll(one, two);
        assertThat(notes(one)).contains("begun.", "early", "and late");
        assertThat(Desks.records(two)).isEqualTo(Desks.records(one));
        goesOn(one, two);
      }
    }
  }

  @Test
  void aCopyThatOnlyLooksOnChangesNothing() throws IOException {
    try (ClientWiring desk = open("one")) {
      begin(desk);
    }
    copy(true);
    try (ClientWiring one = open("one");
        ClientWiring two = open("two")) {
      type(one, "begun.", "begun. more");
      syncAll(one, two);
      type(one, "begun. more", "begun. more and more");
      syncAll(two, one);
      sync(two);
      assertThat(notes(two)).isEqualTo("begun. more and more");
      assertThat(one.interviews().open(talk().id()).orElseThrow().kept()).isEmpty();
    }
  }

  @Test
  void numbersThatNeverLeftDoNotHideThatThereAreTwo() throws IOException {
    try (ClientWiring desk = open("one")) {
      begin(desk);
    }
    copy(true);
    try (ClientWiring one = open("one")) {
      // The sample takes numbers and stays on this computer.
      one.samples().open();
      title(one, "First");
    }
    try (ClientWiring two = open("two")) {
      title(two, "Second");
      sync(two);
    }
    try (ClientWiring one = open("one");
        ClientWiring two = open("two")) {
      syncAll(one, two);
      assertKept(one, "title", "First", "Second");
      assertThat(Desks.records(two)).isEqualTo(Desks.records(one));
    }
  }

  private void begin(ClientWiring desk) {
    begun = Optional.of(desk.interviews().create(Optional.empty(), "Talk", DAY));
    type(desk, "", "begun.");
    sync(desk);
  }

  private Interviews.Created talk() {
    return begun.orElseThrow();
  }

  /** What comes after that is quiet again: no conflicts, one edit after the other. */
  private void goesOn(ClientWiring one, ClientWiring two) {
    int kept = one.interviews().open(talk().id()).orElseThrow().kept().size();
    String before = notes(one);
    type(one, before, before + " Then one.");
    syncAll(one, two);
    type(two, before + " Then one.", before + " Then one. Then two.");
    syncAll(two, one);
    assertThat(notes(one)).isEqualTo(before + " Then one. Then two.");
    assertThat(notes(two)).isEqualTo(notes(one));
    assertThat(one.interviews().open(talk().id()).orElseThrow().kept()).hasSize(kept);
  }

  private ClientWiring open(String name) {
    return Desks.open(folder.resolve(name));
  }

  /** Copies the profile; a copy of a store that is open would be torn, and is made anew. */
  private void copy(boolean withStore) throws IOException {
    copyTree(folder.resolve("one"), folder.resolve("two"), withStore);
    copyTree(folder.resolve("one-keys"), folder.resolve("two-keys"), true);
  }

  private static void copyTree(Path from, Path to, boolean withStore) throws IOException {
    Path store = LocalStore.file(from).getParent();
    try (Stream<Path> all = Files.walk(from)) {
      List<Path> wanted =
          all.filter(path -> withStore || !path.startsWith(store))
              .filter(path -> !path.getFileName().toString().contains("lock"))
              .toList();
      for (Path path : wanted) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private void type(ClientWiring desk, String before, String after) {
    desk.memos().write(talk().id(), talk().memo(), before, after);
  }

  private void title(ClientWiring desk, String title) {
    desk.interviews().set(talk().id(), Map.of("title", Value.text(title)));
  }

  private void place(ClientWiring desk, String place) {
    desk.interviews().set(talk().id(), Map.of("place", Value.text(place)));
  }

  private String notes(ClientWiring desk) {
    return desk.memos().read(talk().memo());
  }

  private void assertEveryWordOnce(ClientWiring desk, String... words) {
    for (String word : words) {
      assertThat(Pattern.compile("\\b" + word + "\\b").matcher(notes(desk)).results().count())
          .as("%s in: %s", word, notes(desk))
          .isEqualTo(1);
    }
  }

  private void assertKept(ClientWiring desk, String field, String one, String other) {
    List<Conflict> kept =
        desk.interviews().open(talk().id()).orElseThrow().kept().stream()
            .filter(conflict -> conflict.field().equals(field))
            .toList();
    assertThat(kept).hasSize(1);
    assertThat(List.of(kept.getFirst().shown().value(), kept.getFirst().kept().value()))
        .containsExactlyInAnyOrder(Value.text(one), Value.text(other));
  }

  private static void syncAll(ClientWiring one, ClientWiring two) {
    for (int turn = 0; turn < 2; turn++) {
      sync(one);
      sync(two);
    }
  }

  private static void sync(ClientWiring desk) {
    assertThat(Desks.sync(desk, URI.create(server.url()), "Someone").last())
        .isInstanceOf(Round.Done.class);
  }
}
