package dev.throughline.trials.handoff;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.server.played.MovedClock;
import dev.throughline.standalone.StandaloneServer;
import dev.throughline.trials.end.AtEnd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server whose time can be moved, and everybody of the team at their desktops. */
final class Team implements AutoCloseable {
  private static final List<Member> SIGNERS =
      List.of(
          Member.TECHNICAL_LEAD,
          Member.FIRST_APPROVER,
          Member.SECOND_APPROVER,
          Member.INCIDENT_LEAD);

  private static final Logger log = LoggerFactory.getLogger(Team.class);

  private final MovedClock clock;
  private final StandaloneServer server;
  private final People people;
  private final Path desks;
  private final Map<Member, Colleague> colleagues = new EnumMap<>(Member.class);

  private Team(MovedClock clock, StandaloneServer server, People people, Path desks) {
    this.clock = clock;
    this.server = server;
    this.people = people;
    this.desks = desks;
  }

  /**
   * Starts the server.
   *
   * @param folder is new
   * @param programs where those of the database are unpacked
   * @param probe may be asked by smoke tests
   */
  static Team open(Path folder, Path programs, MovedClock clock, Outside outside, Probe probe)
      throws IOException {
    Path data = folder.resolve("server");
    People people = new People();
    people.write(data);
    Map<String, String> settings = new HashMap<>(outside.settings());
    settings.put("throughline.release.probe-hosts", probe.host());
    StandaloneServer.Options options =
        new StandaloneServer.Options(data, 0, 0, programs)
            .withSignIn()
            .with(settings)
            .onClock(clock);
    StandaloneServer server =
        AtEnd.stop(() -> StandaloneServer.start(options), StandaloneServer::close);
    return new Team(clock, server, people, folder.resolve("desks"));
  }

  /** Everybody signs in at a new desktop; those who sign have their keys confirmed. */
  void gather() {
    for (Member member : Member.values()) {
      colleagues.put(member, Colleague.at(desks, member, address(), people.browser(member)));
    }
    colleagues.values().forEach(Colleague::sync);
    SIGNERS.forEach(this::enrol);
  }

  /** Brings a key, shows that it is held, and has it confirmed. */
  private void enrol(Member member) {
    Colleague signer = of(member);
    Require.that(signer.signing().bring().isEmpty(), member + " brings a key");
    signer.sync();
    signer.signing().prove();
    signer.sync();
    Colleague admin = of(Member.KEY_ADMIN);
    admin.sync();
    DeviceKey key =
        admin.signing().keys().stream()
            .filter(one -> one.state() == KeyState.PROVED)
            .filter(one -> one.person().equals(Optional.of(signer.person())))
            .findFirst()
            .orElseThrow();
    Require.that(admin.signing().confirm(key).isEmpty(), "the key of " + member + " is confirmed");
    admin.sync();
    signer.sync();
    Require.that(
        signer.signing().mine().filter(one -> one.state() == KeyState.ENROLLED).isPresent(),
        member + " can sign");
  }

  Colleague of(Member member) {
    Colleague found = colleagues.get(member);
    if (found == null) {
      throw new IllegalStateException(member + " is not there");
    }
    return found;
  }

  URI address() {
    return URI.create(server.url() + "/");
  }

  /** Lets time pass, for records and for workflows; on a busy computer these follow later. */
  void pass(Duration time) {
    clock.pass(time);
    try {
      server.skip(time);
    } catch (IllegalStateException e) {
      // A step takes longer than the engine waits for it. Whoever awaits what is to follow has a
      // limit of their own, and lets time pass again.
      log.warn("Workflows are behind: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    colleagues.values().forEach(Colleague::close);
    server.close();
    AtEnd.hasStopped(server);
  }
}
