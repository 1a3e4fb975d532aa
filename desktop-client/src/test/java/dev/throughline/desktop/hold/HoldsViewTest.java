package dev.throughline.desktop.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.WalkedPictures;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.id.Uuids;
import dev.throughline.model.recording.Recording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of legal holds, and what can be done by whom. */
class HoldsViewTest {
  private static final long NOON = Instant.parse("2026-11-24T09:00:00Z").toEpochMilli();
  private static final RecordId LEA = new RecordId(Uuids.derived("lea"));

  @TempDir Path folder;
  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  private final List<Toast> toasts = new ArrayList<>();
  private final PlayedHolds server = new PlayedHolds();
  private ClientWiring client;
  private RecordId pia;
  private RecordId interview;
  private RecordId sound;
  private HoldParts parts;

  @BeforeEach
  void open() {
    client = Desk.open(folder.resolve("pia"));
    pia = Desk.make(client, "person", Map.of("name", "Pia"));
    interview = Desk.make(client, "interview", Map.of("title", "Price letter"));
    sound = Desk.make(client, "recording", Map.of("interview", interview.toString()));
    be(Role.PRIVACY_OFFICER);
    parts =
        new HoldParts(
            server,
            server,
            client.ledger(),
            new Surroundings(
                time, Runnable::run, new ShownTime(time, ZoneId.of("UTC")), toasts::add));
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void be(Role role) {
    client.ledger().store().rights().take(Access.of(Set.of(role)).standing(Optional.of(pia), 0));
  }

  private Hold hold(String matter, Hold.State state, RecordId by, RecordId record) {
    Hold.Step step = new Hold.Step(by, NOON);
    boolean isAsked = state == Hold.State.RELEASING || state == Hold.State.RELEASED;
    return new Hold(
        Uuids.derived(matter).toString(),
        matter,
        "A complaint was announced",
        Hold.Reach.INTERVIEW,
        record,
        state,
        2,
        step,
        state == Hold.State.PROPOSED ? Optional.empty() : Optional.of(step),
        isAsked ? Optional.of(step) : Optional.empty(),
        state == Hold.State.RELEASED ? Optional.of(step) : Optional.empty());
  }

  private void tells(Hold... holds) {
    server.holds = Optional.of(new Reply.Ok<>(List.of(holds)));
  }

  private Parent view(HoldsViewModel model) {
    Sheet sheet = new Sheet();
    HoldsView list = new HoldsView(model);
    list.getStyleClass().add("section");
    sheet.header(new SheetHeader("Legal holds")).body("Legal holds", list);
    StackPane place = new StackPane(sheet);
    place.getStyleClass().add("tl-settings");
    model.refresh();
    Snapshot.scene(place, new Theme(ThemeChoice.LIGHT, 100), 1280, 800);
    place.applyCss();
    place.layout();
    return place;
  }

  private static List<String> words(Parent root) {
    return root.lookupAll(".label").stream()
        .map(Labeled.class::cast)
        .map(Labeled::getText)
        .filter(text -> text != null && !text.isBlank())
        .toList();
  }

  private static List<String> buttons(Parent root) {
    return root.lookupAll(".button").stream()
        .filter(Node::isVisible)
        .map(Button.class::cast)
        .map(Button::getText)
        .toList();
  }

  private static Button button(Parent root, String text) {
    return root.lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(it -> text.equals(it.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyHoldSaysHowFarItIsAndOffersOnlyWhatTheSecondPersonMayDo() throws Exception {
    RecordId away = new RecordId(Uuids.derived("elsewhere"));
    tells(
        hold("M-17", Hold.State.PROPOSED, LEA, interview),
        hold("M-18", Hold.State.PROPOSED, pia, interview),
        hold("M-19", Hold.State.ACTIVE, LEA, away),
        hold("M-20", Hold.State.RELEASING, LEA, interview),
        hold("M-21", Hold.State.RELEASING, pia, interview),
        hold("M-22", Hold.State.RELEASED, LEA, interview));
    server.answer = Optional.of(new Reply.Ok<>(hold("M-17", Hold.State.ACTIVE, LEA, interview)));
    FxThread.call(
        () -> {
          HoldsViewModel model = new HoldsViewModel(parts);
          Parent root = view(model);
          WalkedPictures.write("holds", root);
          assertThat(words(root))
              .contains("M-17: the interview \u201cPrice letter\u201d", "Not confirmed", "Over")
              .anyMatch(line -> line.contains("Proposed by you, 09:00. It waits for another"))
              .anyMatch(line -> line.contains("not on this computer"));
          assertThat(model.rows(HoldStep.CONFIRM)).extracting(HoldRow::title).containsOnly("M-17");
          assertThat(model.rows(HoldStep.RELEASE))
              .extracting(HoldRow::title)
              .containsExactly("M-19", "M-20");
          assertThat(model.rows(HoldStep.WITHDRAW))
              .extracting(HoldRow::title)
              .containsExactly("M-17", "M-18");
          button(root, "Confirm").fire();
          return null;
        });
    assertThat(server.asked).containsExactly("confirm M-17");
    assertThat(toasts).last().extracting(Toast::title).isEqualTo("On hold: M-17");
  }

  @Test
  void aRefusalIsSaidInTheServersOwnSentence() throws Exception {
    tells(hold("M-17", Hold.State.PROPOSED, LEA, interview));
    server.answer =
        Optional.of(new Reply.Refused<>("SRV-28", "Nothing changed: it takes another person."));
    FxThread.call(
        () -> {
          button(view(new HoldsViewModel(parts)), "Confirm").fire();
          return null;
        });
    assertThat(toasts)
        .last()
        .extracting(Toast::detail)
        .isEqualTo("Nothing changed: it takes another person. Code SRV-28.");
  }

  @Test
  void offlineTheLastListIsShownWithItsTimeAndNothingCanBeDone() throws Exception {
    tells(hold("M-17", Hold.State.PROPOSED, LEA, interview));
    FxThread.call(
        () -> {
          HoldsViewModel model = new HoldsViewModel(parts);
          Parent root = view(model);
          assertThat(buttons(root)).contains("Confirm", "Set a hold\u2026");
          server.holds = Optional.of(new Reply.Unreachable<>("gone", 0));
          model.refresh();
          WalkedPictures.write("holds-away", root);
          assertThat(words(root))
              .anyMatch(line -> line.contains("cannot be reached now. This is the list of 09:10"))
              .anyMatch(line -> line.startsWith("M-17"));
          assertThat(buttons(root)).isEmpty();
          assertThat(model.canPropose()).isInstanceOf(Availability.Off.class);
          return null;
        });
  }

  @Test
  void whoIsNoKeeperIsToldSoAndSeesNothing() throws Exception {
    tells(hold("M-17", Hold.State.PROPOSED, LEA, interview));
    be(Role.RESEARCHER);
    FxThread.call(
        () -> {
          HoldsViewModel model = new HoldsViewModel(parts);
          Parent root = view(model);
          assertThat(words(root))
              .anyMatch(line -> line.contains("you are neither"))
              .noneMatch(line -> line.startsWith("M-17"));
          assertThat(model.can(HoldStep.CONFIRM))
              .isEqualTo(
                  Availability.off(
                      "Legal reviewers and privacy officers see, set and end holds; you are"
                          + " neither."));
          return null;
        });
  }

  @Test
  void aHoldIsSetOnWhatWasChosenOrOnANumber() throws Exception {
    tells();
    server.answer = Optional.of(new Reply.Ok<>(hold("M-9", Hold.State.PROPOSED, pia, interview)));
    List<String> closed = new ArrayList<>();
    FxThread.call(
        () -> {
          HoldsViewModel model = new HoldsViewModel(parts);
          model.refresh();
          List<Holdable> found = new ArrayList<>();
          model.choices(found::addAll);
          Holdable chosen =
              found.stream()
                  .filter(one -> one.record().equals(interview))
                  .findFirst()
                  .orElseThrow();
          ProposeHoldView sheet =
              new ProposeHoldView(model, Optional.of(chosen), () -> closed.add("chosen"));
          WalkedPictures.write("hold-propose", sheet);
          assertThat(button(sheet, "Set the hold").isDisabled()).isTrue();
          ((TextField) sheet.lookup(".text-field")).setText("M-9");
          ((TextArea) sheet.lookup(".text-area")).setText("A complaint");
          button(sheet, "Set the hold").fire();
          ProposeHoldView other =
              new ProposeHoldView(model, Optional.empty(), () -> closed.add("number"));
          WalkedPictures.write("hold-propose-number", other);
          List<TextField> fields =
              other.lookupAll(".text-field").stream().map(TextField.class::cast).toList();
          fields.getFirst().setText("no number");
          fields.getLast().setText("M-10");
          ((TextArea) other.lookup(".text-area")).setText("A complaint");
          assertThat(button(other, "Set the hold").isDisabled()).isTrue();
          fields.getFirst().setText(interview.toString());
          button(other, "Set the hold").fire();
          return null;
        });
    assertThat(server.asked)
        .containsExactly("propose M-9 on a interview", "propose M-10 on a interview");
    assertThat(closed).containsExactly("chosen", "number");
  }

  @Test
  void recordingsOfAHeldInterviewAreMarkedByTheLastList() {
    Recording recording =
        Recording.from(sound, client.ledger().store().find(sound).orElseThrow().fields());
    HoldMarks marks = new HoldMarks(parts);
    var mark = marks.of(recording);
    assertThat(mark.get()).isEmpty();
    server.write(
        HoldMessages.keep(
            new HoldMessages.Kept(
                List.of(
                    hold("M-17", Hold.State.RELEASING, LEA, interview),
                    hold("M-18", Hold.State.PROPOSED, LEA, interview)),
                NOON)));
    marks.read();
    assertThat(mark.get()).contains("On hold: M-17");
    be(Role.RESEARCHER);
    marks.read();
    assertThat(mark.get()).isEmpty();
  }
}
