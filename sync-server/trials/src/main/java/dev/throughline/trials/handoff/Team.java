package dev.throughline.trials.handoff;

import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server, and everybody of the team at their desktops. */
final class Team implements AutoCloseable {
  private static final List<Member> SIGNERS =
      List.of(
          Member.TECHNICAL_LEAD,
          Member.FIRST_APPROVER,
          Member.SECOND_APPROVER,
          Member.INCIDENT_LEAD);

  private final Host host;
  private final People people;
  private final Path desks;
  private final Map<Member, Colleague> colleagues = new EnumMap<>(Member.class);

  private Team(Host host, People people, Path desks) {
    this.host = host;
    this.people = people;
    this.desks = desks;
  }

  /** Starts a server. */
  @FunctionalInterface
  interface Start {
    /**
     * Starts it.
     *
     * @param data is new, but for the people of the provider
     */
    Host on(Path data) throws IOException;
  }

  /**
   * Starts the server.
   *
   * @param folder is new
   */
  static Team open(Path folder, Start start) throws IOException {
    Path data = folder.resolve("server");
    People people = new People();
    people.write(data);
    return new Team(start.on(data), people, folder.resolve("desks"));
  }

  /** Everybody signs in at a new desktop; those who sign have their keys confirmed. */
  void gather() {
    for (Member member : Member.values()) {
      colleagues.put(member, Colleague.at(desks, member, host, people.browser(member)));
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
    return host.address();
  }

  /** How often the server was started again. */
  int revivals() {
    return host.revivals();
  }

  /** Lets time pass, for records and for workflows. */
  void pass(Duration time) {
    host.pass(time);
  }

  @Override
  public void close() {
    colleagues.values().forEach(Colleague::close);
    host.close();
  }
}
