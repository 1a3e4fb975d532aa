package dev.throughline.trials.handoff;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.approval.Signing;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.signin.Browser;
import dev.throughline.desktop.signin.SignInResult;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Round;
import dev.throughline.desktop.sync.SyncRound;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.value.Value;
import dev.throughline.trials.Desks;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody of the team at their desktop, which has no window and speaks to a real server. */
final class Colleague implements AutoCloseable {
  /** Where nothing answers: the desktop is on a train. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

  private final Member member;
  private final ClientWiring desk;
  private final Host host;
  private final HttpSyncTransport way;
  private final Signing signing;

  private Colleague(Member member, ClientWiring desk, Host host) {
    this.member = member;
    this.desk = desk;
    this.host = host;
    this.way = new HttpSyncTransport(host.address(), desk.account(), desk::workspace);
    this.signing = desk.signing();
  }

  /** Opens a new profile and signs in. */
  static Colleague at(Path profiles, Member member, Host host, Browser browser) {
    Colleague colleague =
        new Colleague(member, Desks.open(profiles.resolve(member.username())), host);
    SignInResult result = colleague.desk.account().signIn(host.address(), browser);
    Require.that(result instanceof SignInResult.SignedIn, member + " signs in: " + result);
    return colleague;
  }

  ClientWiring desk() {
    return desk;
  }

  Signing signing() {
    return signing;
  }

  /** One complete round; everything that was done here is taken in by the server. */
  void sync() {
    SyncRound.Result result = round(way);
    while (!(result.last() instanceof Round.Done) && host.revive()) {
      result = round(way);
    }
    Require.that(result.last() instanceof Round.Done, member + " syncs: " + result.last());
    Require.that(result.parked() == 0, "the server takes in what " + member + " did");
  }

  /** Fails when a server was met all the same. */
  void findNobody() {
    try (HttpSyncTransport nowhere =
        new HttpSyncTransport(NOWHERE, desk.account(), desk::workspace)) {
      Require.that(round(nowhere).last() instanceof Round.Away, member + " is offline");
    }
  }

  private SyncRound.Result round(HttpSyncTransport by) {
    try {
      return SyncRound.complete(desk.ledger(), by, desk.self(), desk.clock());
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
  }

  void save(List<Draft> drafts) {
    SaveResult result = desk.ledger().record(drafts);
    Require.that(result instanceof SaveResult.Saved, member + " saves: " + result);
  }

  void set(Kind kind, RecordId id, Map<String, Value> fields) {
    save(List.of(new Draft.Set(id, kind.name(), fields)));
  }

  RecordId make(Kind kind, Map<String, Value> fields) {
    RecordId id = desk.ledger().newRecord();
    set(kind, id, fields);
    return id;
  }

  /** The record of this person. */
  RecordId person() {
    return desk.ledger().store().rights().person().orElseThrow();
  }

  /** What this desktop has of a record; nothing while it has none. */
  Map<String, Value> fields(RecordId id) {
    Optional<RecordView> view = desk.ledger().store().find(id);
    return view.<Map<String, Value>>map(RecordView::fields).orElse(Map.of());
  }

  HeldKey key() {
    return HeldKey.of(desk.profile());
  }

  /** What shows the server who asks. */
  String token() {
    return desk.account().token(host.address()).orElseThrow();
  }

  @Override
  public void close() {
    way.close();
    desk.close();
  }
}
