package dev.throughline.trials.granted;

import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.Welcome;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.trials.memory.JournalDisk;
import dev.throughline.trials.memory.MemoryJournal;
import dev.throughline.trials.memory.MemoryMedium;
import dev.throughline.trials.memory.StopPoint;
import dev.throughline.trials.memory.StoreDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** One researcher's desktop: real ledger and store, on disks that survive its crashes. */
final class GrantedDesk implements SyncTransport {
  /** The computer stops here. */
  private static final class Stop extends Error {
    private static final long serialVersionUID = 1;

    Stop() {
      super("a desktop stops", null, false, false);
    }
  }

  final String name;
  final RecordId person;
  private final GrantedServer server;
  private final Asker asker;
  private final SplittableRandom random;
  private final JournalDisk journal = new JournalDisk();
  private final StoreDisk disk = new StoreDisk();
  private Ledger ledger;
  private int stopsLeft;
  boolean isCalm;
  int crashes;

  GrantedDesk(String name, GrantedServer server, long seed) {
    this.name = name;
    this.person = Person.idOf(name);
    this.server = server;
    this.asker = new Asker(Access.of(Set.of(Role.RESEARCHER)), java.util.Optional.of(person));
    this.random = new SplittableRandom(seed);
    this.ledger = open();
  }

  private Ledger open() {
    try {
      MemoryJournal written = new MemoryJournal(journal, this::pass);
      LocalStore store = new LocalStore(new MemoryMedium(disk, this::pass));
      if (store.position().compareTo(written.end()) > 0) {
        store.standAt(written.end());
      }
      return new Ledger(written, store, this::nextId, server::now);
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID nextId() {
    return Uuids.version7(server.now().toEpochMilli(), random.nextLong(), random.nextLong());
  }

  private void pass(StopPoint point) {
    if (stopsLeft > 0 && --stopsLeft == 0) {
      throw new Stop();
    }
  }

  LocalStore store() {
    return ledger.store();
  }

  RecordId newRecord() {
    return ledger.newRecord();
  }

  /** Saves; answers whether it was saved. What the rights refuse is not. */
  boolean save(Draft draft) {
    return ledger.record(List.of(draft)) instanceof SaveResult.Saved;
  }

  /** The records of a kind that this person sees, oldest first. */
  List<RecordView> all(String kind) {
    List<RecordView> all = new ArrayList<>(store().newest(kind, 0, 1_000));
    all.removeIf(view -> !view.workspace().equals(store().home()));
    return all.reversed();
  }

  /** One round of sync, in which the desktop may stop anywhere. */
  void sync() {
    stopsLeft = !isCalm && random.nextInt(100) < 20 ? 1 + random.nextInt(60) : 0;
    try {
      SyncRound.Result result = SyncRound.complete(ledger, this, name, server::now);
      if (isCalm && result.last() instanceof Round.Blocked(String code, String sentence)) {
        server.violations.add(name + " is blocked: " + code + " " + sentence);
      }
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    } catch (Stop _) {
      crashes++;
      stopsLeft = 0;
      journal.crash(0);
      ledger = open();
    } finally {
      stopsLeft = 0;
    }
  }

  /** Requests and answers get lost; a problem is answered as the real way does. */
  private <T> Reply<T> call(Supplier<T> work) {
    pass(StopPoint.REQUEST_SENT);
    int fate = isCalm ? 0 : random.nextInt(100);
    if (fate > 94) {
      return new Reply.Unreachable<>("the request was lost", 0);
    }
    Reply<T> reply;
    try {
      reply = new Reply.Ok<>(work.get());
    } catch (ProblemException e) {
      reply =
          e.problem().code().equals("SRV-18")
              ? new Reply.Unreachable<>(Round.RIGHTS_CHANGED.reason(), 0)
              : new Reply.Refused<>(e.problem().code(), String.valueOf(e.getMessage()));
    }
    pass(StopPoint.ANSWER_HERE);
    return fate > 88 ? new Reply.Unreachable<>("the answer was lost", 0) : reply;
  }

  @Override
  public Reply<Welcome> hello(Hello hello) {
    return call(() -> server.hello(hello, asker));
  }

  @Override
  public Reply<PushAnswer> push(Push push) {
    return call(() -> server.push(push, asker));
  }

  @Override
  public Reply<PullAnswer> pull(long after, String chain, String standing) {
    return call(() -> server.pull(after, chain, standing, asker));
  }

  @Override
  public Reply<PushAnswer> rescue(RecordId study, Push unsent) {
    return call(() -> server.rescue(study, unsent, asker));
  }

  @Override
  public void listen(Runnable connected, LongConsumer head) {
    throw new UnsupportedOperationException("a run asks by itself");
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
