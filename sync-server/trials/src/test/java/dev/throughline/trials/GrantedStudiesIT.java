package dev.throughline.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Level;
import dev.throughline.model.people.Rescue;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real desktops over a standalone server whose studies are not open to everybody. */
class GrantedStudiesIT extends SignedInDesks {
  @Test
  void eachDesktopHoldsAndExportsItsStudiesAndNothingElse() throws Exception {
    try (ClientWiring researcher = desk("researcher");
        ClientWiring manager = desk("product-manager")) {
      sync(researcher);
      sync(manager);
      RecordId mine = make(researcher, "study", Map.of("title", "Tariffs"));
      RecordId interview =
          make(researcher, "interview", Map.of("study", mine.toString(), "title", "At the door"));
      RecordId memo =
          make(researcher, "memo", Map.of("interview", "" + interview, "notes", "Paper bills."));
      RecordId theirs = make(manager, "study", Map.of("title", "Meters"));
      sync(researcher);
      sync(manager);
      sync(researcher);
      assertThat(has(researcher, mine) && has(researcher, memo)).isTrue();
      assertThat(has(researcher, theirs)).isFalse();
      assertThat(has(manager, mine) || has(manager, interview) || has(manager, memo)).isFalse();
      grant(researcher, person(manager), Optional.of(mine), Level.OPEN);
      sync(researcher);
      sync(manager);
      assertThat(has(manager, mine) && has(manager, interview) && has(manager, memo)).isTrue();
      assertThat(export(manager)).contains("Tariffs", "At the door", "Paper bills.", "Meters");
      grant(researcher, person(manager), Optional.of(mine), Level.NONE);
      sync(researcher);
      sync(manager);
      assertThat(export(manager))
          .contains("Meters")
          .doesNotContain("Tariffs", "At the door", "Paper bills.");
      assertThat(export(researcher)).contains("Tariffs").doesNotContain("Meters", "\"grant\"");
    }
  }

  @Test
  void whatWasNotSentWhenAccessEndedIsInSafeHandsBeforeItIsForgotten() throws Exception {
    try (ClientWiring manager = desk("product-manager");
        ClientWiring researcher = desk("researcher")) {
      sync(manager);
      sync(researcher);
      RecordId study = make(manager, "study", Map.of("title", "Letters"));
      sync(manager);
      grant(manager, person(researcher), Optional.of(study), Level.OPEN);
      sync(manager);
      sync(researcher);
      RecordId interview =
          make(researcher, "interview", Map.of("study", "" + study, "title", "Sent in time"));
      sync(researcher);
      grant(manager, person(researcher), Optional.of(study), Level.NONE);
      sync(manager);
      RecordId memo =
          make(researcher, "memo", Map.of("interview", "" + interview, "notes", "On the train."));
      save(
          researcher,
          new Draft.Set(interview, "interview", Map.of("place", Value.text("Platform 3"))));
      try (SyncTransport way =
          withoutRescue(new HttpSyncTransport(address(), researcher.account()))) {
        SyncRound.Result cut =
            SyncRound.complete(researcher.ledger(), way, researcher.author(), researcher.clock());
        assertThat(cut.last()).isInstanceOf(Round.Away.class);
        assertThat(has(researcher, memo)).as("nothing is forgotten before it is safe").isTrue();
      }
      sync(researcher);
      assertThat(has(researcher, memo) || has(researcher, interview) || has(researcher, study))
          .isFalse();
      assertThat(researcher.ledger().store().counts().waiting()).isZero();
      assertThat(researcher.ledger().store().counts().parked()).isZero();
      sync(manager);
      RecordId rescue = manager.ledger().store().newest("rescue", 0, 10).getFirst().id();
      save(
          manager,
          new Draft.Set(rescue, "rescue", Map.of(Rescue.STATE, Value.text(Rescue.ACCEPTED))));
      assertThat(sync(manager).parked()).isZero();
      assertThat(manager.ledger().store().find(memo).orElseThrow().fields())
          .containsEntry("notes", Value.text("On the train."));
      assertThat(manager.ledger().store().find(interview).orElseThrow().fields())
          .containsEntry("place", Value.text("Platform 3"));
    }
  }

  /** A way on which the network breaks whenever something is to be rescued. */
  private static SyncTransport withoutRescue(SyncTransport whole) {
    return new SyncTransport() {
      @Override
      public Reply<Welcome> hello(Hello hello) {
        return whole.hello(hello);
      }

      @Override
      public Reply<PushAnswer> push(Push push) {
        return whole.push(push);
      }

      @Override
      public Reply<PullAnswer> pull(long after, String chain, String standing) {
        return whole.pull(after, chain, standing);
      }

      @Override
      public void listen(Runnable connected, LongConsumer head) {
        whole.listen(connected, head);
      }

      @Override
      public void close() {
        whole.close();
      }
    };
  }

  @Test
  void afterAWithdrawalNothingOfTheStudyIsLeftOnTheDisk() throws Exception {
    Path profile = folder.resolve("product-manager");
    List<String> planted = new ArrayList<>();
    try (ClientWiring researcher = desk("researcher");
        ClientWiring manager = desk("product-manager")) {
      sync(researcher);
      sync(manager);
      RecordId study = make(researcher, "study", Map.of("title", "Tariffs"));
      sync(researcher);
      grant(researcher, person(manager), Optional.of(study), Level.OPEN);
      for (int i = 0; i < 200; i++) {
        String value = "planted-" + i + "-" + Integer.toHexString(i * 7919);
        planted.add(value);
        make(researcher, "interview", Map.of("study", "" + study, "title", "Title " + value));
      }
      sync(researcher);
      sync(manager);
      assertThat(export(manager)).contains(planted);
      grant(researcher, person(manager), Optional.of(study), Level.NONE);
      sync(researcher);
      sync(manager);
      assertThat(export(manager)).doesNotContain(planted);
    }
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(planted).as(file.toString()).noneMatch(bytes::contains);
      }
    }
  }
}
