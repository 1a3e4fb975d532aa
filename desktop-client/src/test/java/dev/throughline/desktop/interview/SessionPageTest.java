package dev.throughline.desktop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.guide.Guide;
import dev.throughline.desktop.memo.TypedAreaView;
import dev.throughline.desktop.shell.ContextPanel;
import dev.throughline.desktop.shell.MainWindow;
import dev.throughline.desktop.shell.Place;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.store.Desk;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Pill;
import dev.throughline.desktop.ui.notice.PillState;
import dev.throughline.model.conflict.Conflict;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.interview.Interview;
import dev.throughline.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the real page over a real profile, in both themes, and looks at it. */
class SessionPageTest {
  private static final List<ThemeChoice> THEMES = List.of(ThemeChoice.LIGHT, ThemeChoice.DARK);

  @TempDir Path folder;
  private SessionDesk desk;
  private RecordId interview;

  /** A page as it stands in the window. */
  private record Shown(SessionPage page, SessionViewModel model, Scene scene) {}

  @BeforeEach
  void open() {
    desk = new SessionDesk(Desk.open(folder.resolve("anna")));
    desk.client.samples().open();
    interview = desk.client.samples().interviews().getLast();
  }

  @AfterEach
  void close() {
    desk.client.close();
  }

  @Test
  void interviewWithNotesAndTranscript() throws Exception {
    looks("session", 1280, 800, 100, shown -> {});
    looks("session-wide", 1920, 1080, 100, shown -> {});
  }

  @Test
  void newInterviewReadyToType() throws Exception {
    interview = desk.newInterview("");
    looks("session-new", 1280, 800, 100, shown -> shown.page().typeNow());
  }

  @Test
  void typingNotes() throws Exception {
    looks(
        "session-typing",
        1280,
        800,
        100,
        shown -> {
          inWindow(shown);
          shown.page().typeNow();
          area(shown).appendText("\nAsks whether the price of waiting");
          area(shown).appendText(" includes the taxi");
          desk.time.pass(java.time.Duration.ofSeconds(2));
        });
  }

  @Test
  void findingWords() throws Exception {
    looks(
        "session-find",
        1280,
        800,
        100,
        shown -> {
          FindViewModel find = find(shown);
          find.openProperty().set(true);
          find.queryProperty().set("phone");
          desk.time.pass(FindViewModel.PAUSE);
          find.next();
        });
  }

  @Test
  void editingATurn() throws Exception {
    looks(
        "session-edit",
        1280,
        800,
        100,
        shown -> {
          inWindow(shown);
          shown.model().transcript().beginEdit(shown.model().transcript().rows().get(1).id());
          shown.scene().getRoot().layout();
        });
  }

  @Test
  void versionsKeptAndLinesLeftOut() throws Exception {
    keep();
    Path partly =
        Files.writeString(
            folder.resolve("call.srt"),
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:0x,000 --> 00:00:04,000\nTwo.\n");
    looks(
        "session-kept",
        1280,
        800,
        100,
        shown -> {
          shown.model().imports().take(List.of(partly));
          ((Hyperlink) shown.page().lookup(".tl-band .hyperlink")).fire();
          assertThat(shown.page().lookupAll(".tl-band")).hasSize(2);
        });
  }

  @Test
  void plannedInterviewShowsTheGuideBesideTheNotes() throws Exception {
    Interview sample = desk.client.interviews().open(interview).orElseThrow().interview();
    interview = desk.newInterview("P-04, the call before the visit");
    desk.client.interviews().set(interview, Map.of("study", Value.text(sample.study().get() + "")));
    desk.client.interviews().setParticipant(desk.client.interviews().open(interview).get(), "P-04");
    looks("session-guide", 1280, 800, 100, shown -> tick(shown, 1, 2));
    looks("session-guide-wide", 1920, 1080, 100, shown -> {});
    looks("session-guide-narrow", 1000, 700, 100, shown -> toggleGuide(shown));
    looks("session-guide-200", 1280, 800, 200, shown -> {});
  }

  private static void tick(Shown shown, int... numbers) {
    var coverage = shown.model().aside().coverage();
    for (int number : numbers) {
      Guide guide = coverage.guideProperty().get();
      if (guide.covered() < numbers.length) {
        coverage.toggleNumber(number);
      }
    }
    assertThat(coverage.guideProperty().get().covered()).isEqualTo(numbers.length);
  }

  private static void toggleGuide(Shown shown) {
    shown.page().toggleGuide();
  }

  @Test
  void debriefIsOfferedAndWrittenByKeyboardAlone() throws Exception {
    interview = desk.client.samples().interviews().getFirst();
    looks(
        "session-debrief",
        1280,
        800,
        100,
        shown -> {
          inWindow(shown);
          DebriefViewModel card = shown.model().aside().debriefProperty().get().orElseThrow();
          card.begin();
          shown.scene().getRoot().applyCss();
          shown.scene().getRoot().layout();
        });
  }

  @Test
  void consentIsWrittenDownBesideTheSession() throws Exception {
    interview = desk.newInterview("P-04, the call before the visit");
    desk.client.interviews().setParticipant(desk.client.interviews().open(interview).get(), "P-04");
    looks("session-consent", 1280, 800, 100, shown -> shown.model().aside().consent().edit());
  }

  @Test
  void notSavedSaysSo() throws Exception {
    looks(
        "session-unsaved",
        1280,
        800,
        100,
        shown -> {
          shown.model().edits().rename("", "x".repeat(400));
          desk.toasts.clear();
        });
  }

  @Test
  void smallWindowAndLargeTextLoseNothing() throws Exception {
    looks("session-small", 1000, 700, 100, shown -> {});
    looks("session-200", 1920, 1080, 200, shown -> {});
    looks("session-150", 1280, 800, 150, shown -> {});
  }

  private void keep() {
    Session session = desk.client.interviews().open(interview).orElseThrow();
    RecordId id = desk.client.ledger().newRecord();
    long now = desk.time.millis();
    Conflict conflict =
        new Conflict(
            id,
            Optional.of(session.memo()),
            "memo",
            "notes",
            Value.text("Price of waiting: one taxi"),
            new Conflict.Side(
                Value.text("Price of waiting: eight days, one taxi"), "Mara L.", "a", now),
            new Conflict.Side(
                Value.text("Price of waiting: a week, one taxi"), "Jon A.", "b", now - 90_000_000),
            "both-kept");
    Desk.save(desk.client, new Draft.Set(id, "conflict", conflict.toFields()));
  }

  private void looks(String name, double width, double height, int scale, Consumer<Shown> act)
      throws Exception {
    List<String> findings = new ArrayList<>();
    for (ThemeChoice choice : THEMES) {
      findings.addAll(
          FxThread.call(
              () -> {
                Shown shown = show(new Theme(choice, scale), width, height);
                act.accept(shown);
                return picture(shown.scene(), name, choice);
              }));
    }
    assertThat(findings).isEmpty();
  }

  private Shown show(Theme theme, double width, double height) {
    SessionViewModel model = desk.page(interview);
    var page = new SessionPage(model);
    var shell = new ShellViewModel(List.of(place("library", page), place("sync", page)));
    shell.open("library", "session:1");
    shell.pillProperty().set(new Pill(PillState.LOCAL, "Saving on this computer only"));
    shell.workspaceTitleProperty().set("Repair or replace");
    shell.contextProperty().set(Optional.of(new ContextPanel(page::details)));
    var window = new MainWindow(shell, "sync", "sync");
    Scene scene = Snapshot.scene(window, theme, width, height);
    return new Shown(page, model, scene);
  }

  /** Only a shown window has a focus to be seen. */
  private static void inWindow(Shown shown) {
    var stage = new Stage();
    stage.setScene(shown.scene());
    stage.show();
    shown.scene().getRoot().layout();
  }

  private static Place place(String id, SessionPage page) {
    return new Place(
        id, "Library", Icon.LIBRARY, Place.End.TOP, Place.RailFold.ON_PAGES, () -> page);
  }

  private static List<String> picture(Scene scene, String state, ThemeChoice choice) {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    String name = state + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
    Snapshot.write(scene, Path.of("target", "pictures", name));
    return ContrastWalk.findings(scene).stream().map(finding -> state + " " + finding).toList();
  }

  private static TypedAreaView area(Shown shown) {
    return (TypedAreaView) shown.page().lookup(".tl-typed");
  }

  private static FindViewModel find(Shown shown) {
    return shown.model().writingProperty().get().orElseThrow().find();
  }
}
