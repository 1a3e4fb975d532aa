package dev.throughline.desktop.handoff;

import dev.throughline.desktop.app.WholeWindow;
import dev.throughline.desktop.approval.FakeSigning;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.approval.Approval;
import dev.throughline.model.approval.ApprovalState;
import dev.throughline.model.approval.CaseDigest;
import dev.throughline.model.approval.DeviceKey;
import dev.throughline.model.approval.KeyState;
import dev.throughline.model.approval.Policies;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Verdict;
import dev.throughline.model.approval.Vote;
import dev.throughline.model.handoff.Bundle;
import dev.throughline.model.handoff.Handoff;
import dev.throughline.model.handoff.Manifest;
import dev.throughline.model.handoff.Packet;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.kind.Kinds;
import dev.throughline.model.people.Person;
import dev.throughline.model.signing.Json;
import dev.throughline.model.sync.Standing;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A handoff that was submitted, and whoever looks at it. */
abstract class SignDesk {
  static final RecordId SOL = RecordId.of("01920000-0000-7000-8000-0000000000a1");
  static final RecordId MARA = RecordId.of("01920000-0000-7000-8000-0000000000a2");
  private static final long YEAR = 365L * 24 * 3600 * 1000;

  @TempDir Path folder;
  WholeWindow whole;
  RecordId handoff;
  Packet packet;
  Json manifest;
  Bundle bundle;
  private Optional<RecordId> who = Optional.empty();
  private String[] with = {};

  @BeforeEach
  void open() throws Exception {
    whole = WholeWindow.open(folder.resolve("profile"));
    handoff = store().newestIds(Handoff.KIND.name()).getFirst();
    person(SOL, "Sol R.");
    person(MARA, "Mara L.");
    bundle =
        new HandoffReader(
                store(),
                new Rulings(store(), Clock.systemUTC()),
                FakeSigning.cases(whole.window().client().ledger()),
                List::of)
            .read(handoff)
            .orElseThrow()
            .bundle();
    manifest = Manifest.of(bundle, 1);
    packet = Packet.of(handoff, 1, manifest.canonical(), Optional.of(MARA), 1, 0);
    save(packet.id(), Packet.KIND, packet.toFields());
    approval("", ApprovalState.OPEN);
  }

  @AfterEach
  void close() {
    whole.close();
  }

  LocalStore store() {
    return whole.window().client().ledger().store();
  }

  void save(RecordId id, Kind kind, Map<String, Value> fields) {
    whole.save(new Draft.Set(id, kind.name(), fields));
  }

  void person(RecordId id, String name) {
    save(id, Person.KIND, Map.of("name", Value.text(name)));
  }

  /** Something that is signed: a packet, an order, a rule. */
  record Subject(RecordId handoff, RecordId id, String digest, Json document) {}

  /**
   * An open approval as the server would write it, but for who asked and until when.
   *
   * @param digest of the case; empty for the right one
   */
  static Map<String, Value> opened(RecordId id, Subject of, Policy policy, String digest) {
    Map<String, Value> fields = new HashMap<>();
    fields.put(Approval.HANDOFF, Value.text(of.handoff().toString()));
    fields.put(Approval.PACKET, Value.text(of.id().toString()));
    fields.put(Approval.REVISION, Value.whole(1));
    fields.put(Approval.STATE, Value.text(ApprovalState.OPEN.wireName()));
    fields.put(Approval.POLICY, Value.text(policy.id()));
    fields.put(Approval.POLICY_VERSION, Value.whole(policy.version()));
    fields.put(Approval.POLICY_DIGEST, Value.text(policy.digest()));
    String right = CaseDigest.of(id, 1, of.digest(), of.document(), policy, 9);
    fields.put(Approval.CASE_DIGEST, Value.text(digest.isEmpty() ? right : digest));
    fields.put(Approval.REGISTRY, Value.whole(9));
    return fields;
  }

  /** As the server would open it. */
  void approval(String digest, ApprovalState state) {
    Policy policy = Policies.of(manifest);
    RecordId id = Approval.idOf(handoff);
    long now = System.currentTimeMillis();
    Subject subject = new Subject(handoff, packet.id(), packet.digest(), manifest);
    Map<String, Value> fields = opened(id, subject, policy, digest);
    fields.put(Approval.STATE, Value.text(state.wireName()));
    fields.put(Approval.REQUESTER, Value.text(MARA.toString()));
    fields.put(Approval.OPENED_AT, Value.whole(now - 1_000));
    fields.put(Approval.EXPIRES_AT, Value.whole(now + YEAR));
    save(id, Approval.KIND, fields);
  }

  void become(RecordId person, String role) {
    becomeWith(person, role);
  }

  void becomeWith(RecordId person, String... roles) {
    store()
        .rights()
        .take(
            Optional.of(
                new Standing(
                    Set.of(roles),
                    Kinds.ALL.stream().map(Kind::name).collect(Collectors.toSet()),
                    Map.of("all", "owner"),
                    Optional.of(person),
                    0,
                    "tag")));
  }

  Approval now() {
    RecordId id = Approval.idOf(handoff);
    return Approval.from(id, store().find(id).orElseThrow().fields());
  }

  void openHandoff() throws Exception {
    whole.fx(
        () -> {
          whole.window().shell().open("handoffs", "handoff:" + handoff);
          return true;
        });
    whole.await("the checklist is there", () -> !whole.shown("checklist-row").isEmpty());
  }

  List<DeviceKey> keys() {
    return store().findAll(store().newestIds(DeviceKey.KIND.name())).values().stream()
        .map(view -> DeviceKey.from(view.id(), view.fields()))
        .toList();
  }

  List<Vote> votes() {
    return votes(packet.id());
  }

  List<Vote> votes(RecordId subject) {
    return store().childrenOf(Vote.KIND.name(), List.of(subject)).stream()
        .map(view -> Vote.from(view.id(), view.fields()))
        .toList();
  }

  /** Makes a key by the first attempt to sign, and lets it count as the server would. */
  DeviceKey enrolled() throws Exception {
    whole.await("it waits", () -> whole.says("0 of 2"));
    whole.press("Ctrl+Shift+S");
    return confirmed();
  }

  /** Lets the key that is being made count, as the server and a key administrator would. */
  DeviceKey confirmed() throws Exception {
    whole.await("a key is made", () -> keys().size() == 1);
    DeviceKey key = keys().getFirst();
    save(key.id(), DeviceKey.KIND, Map.of(DeviceKey.NONCE, Value.text("ab".repeat(32))));
    whole.await("it is shown to be held", () -> keys().getFirst().isProved());
    save(
        key.id(),
        DeviceKey.KIND,
        Map.of(DeviceKey.STATE, Value.text(KeyState.ENROLLED.wireName())));
    return keys().getFirst();
  }

  /** Somebody who may sign, with a key, before the sheet. */
  void openSheetAsApprover() throws Exception {
    become(SOL, "Approver");
    openHandoff();
    enrolled();
    openSheet();
  }

  void openSheet() throws Exception {
    whole.await(
        "the sheet opens",
        () -> {
          whole.press("Ctrl+Shift+S");
          return !whole.shown("sign-sheet").isEmpty();
        });
  }

  boolean isOffered() throws Exception {
    return whole
        .fx(() -> whole.window().commands().find("handoff.sign").orElseThrow().availability())
        .isReady();
  }

  /** Goes on as somebody, and knows it for {@link #asServer}. */
  void be(RecordId person, String... roles) {
    who = Optional.of(person);
    with = roles.clone();
    becomeWith(person, roles);
  }

  /** The server writes past everybody's rights. */
  void asServer(Runnable work) {
    store().rights().take(Optional.empty());
    work.run();
    who.ifPresent(its -> becomeWith(its, with));
  }

  boolean can(String command) throws Exception {
    return whole
        .fx(() -> whole.window().commands().find(command).orElseThrow().availability())
        .isReady();
  }

  void run(String command) throws Exception {
    whole.fx(
        () -> {
          whole.window().commands().find(command).orElseThrow().act().run();
          return true;
        });
  }

  /** As the server would count it. */
  void counted(Approval.Cast cast, ApprovalState state) {
    store().rights().take(Optional.empty());
    save(
        cast.vote(),
        Vote.KIND,
        Map.of(
            Vote.BY, Value.text(SOL.toString()),
            Vote.VERDICT, Value.text(Verdict.ACCEPTED.wireName()),
            Vote.COUNTED_AT, Value.whole(System.currentTimeMillis())));
    save(
        now().id(),
        Approval.KIND,
        Map.of(
            Approval.VOTES, Approval.votes(List.of(cast)),
            Approval.STATE, Value.text(state.wireName())));
    become(SOL, "Approver");
  }

  void choose(int at) throws Exception {
    whole.fx(
        () -> {
          List<Node> all =
              List.copyOf(whole.scene().getRoot().lookupAll(".sign-sheet .radio-button"));
          ((RadioButton) all.get(at)).setSelected(true);
          return true;
        });
  }

  void typeInto(String prompt, String words) throws Exception {
    whole.fx(
        () -> {
          whole.scene().getRoot().lookupAll(".sign-sheet .text-field").stream()
              .map(TextField.class::cast)
              .filter(one -> prompt.equals(one.getPromptText()))
              .findFirst()
              .orElseThrow()
              .requestFocus();
          return true;
        });
    whole.type(words);
  }

  /** Closes every notice, as people do whom it covers something. */
  void noticesClosed() throws Exception {
    whole.fx(
        () -> {
          List.copyOf(whole.scene().getRoot().lookupAll(".tl-toast .button")).stream()
              .map(Button.class::cast)
              .filter(one -> Texts.text("ui.toast.close").equals(one.getAccessibleText()))
              .forEach(Button::fire);
          return true;
        });
    whole.await("no notice", () -> whole.shown("tl-toast").isEmpty());
  }

  /** Pictures what is shown; all of it can be read, has a name and is whole. */
  void looksWell(String screen) throws Exception {
    whole.pictures(screen);
  }
}
