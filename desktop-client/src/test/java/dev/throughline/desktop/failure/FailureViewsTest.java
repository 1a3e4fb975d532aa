package dev.throughline.desktop.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureViewsTest {
  private static final Machine MACHINE = new Machine("0.1.0", "25.0.3+9", "Linux 6.1 amd64");

  private final List<String> done = new ArrayList<>();
  private final Crashes crashes =
      new Crashes(MACHINE, new Trail(), () -> Instant.EPOCH, () -> true);

  private StartFailureView start(Throwable trouble) {
    StartFailure failure =
        StartFailure.of(trouble, crashes, "Something broke. Everything is safe.", Path.of("p"));
    return new StartFailureView(failure, () -> done.add("folder"), () -> done.add("close"));
  }

  private CrashReportView report() {
    return new CrashReportView(
        crashes.report(new IllegalStateException("hidden")),
        new CrashReportView.Doors(
            view -> done.add("save"), () -> done.add("delete"), () -> done.add("close")));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 100", "DARK, 100", "LIGHT, 200", "DARK, 250"})
  void everythingCanBeReadAtEverySize(ThemeChoice choice, int percent) throws Exception {
    UserError known =
        new UserError(
            "PRO-01",
            "This profile is open in another window. Use that one, or open another profile with"
                + " --profile.");
    double scale = percent / 100.0;
    assertThat(findings(choice, percent, "start", () -> start(known), 560 * scale, 300 * scale))
        .isEmpty();
    assertThat(findings(choice, percent, "report", this::report, 1280, 800)).isEmpty();
  }

  private static List<String> findings(
      ThemeChoice choice,
      int percent,
      String name,
      java.util.function.Supplier<Parent> view,
      double width,
      double height)
      throws Exception {
    return FxThread.call(
        () -> {
          var scene = Snapshot.scene(view.get(), new Theme(choice, percent), width, height);
          String looks = choice.name().toLowerCase(Locale.ROOT);
          Snapshot.write(
              scene,
              Path.of(
                  "target", "pictures", "failure-%s-%s-%s.png".formatted(name, looks, percent)));
          return ContrastWalk.findings(scene);
        });
  }

  @Test
  void knownTroubleKeepsItsSentenceAndCode() {
    StartFailure failure =
        StartFailure.of(new UserError("PRO-05", "Full."), crashes, "other", Path.of("p"));
    assertThat(failure.shown()).isEqualTo("Full. Code PRO-05.");
    assertThat(failure.details()).startsWith("PRO-05").contains("Version   0.1.0");
  }

  @Test
  void unknownTroubleGetsTheCodeOfItsReportAndNoMessage() {
    StartFailure failure =
        StartFailure.of(new IllegalStateException("secret"), crashes, "other", Path.of("p"));
    assertThat(failure.code()).startsWith("CRA-");
    assertThat(failure.details()).doesNotContain("secret");
  }

  @Test
  void buttonsDoWhatTheySay() throws Exception {
    FxThread.call(
        () -> {
          for (Parent view : List.of(start(new RuntimeException()), report())) {
            Snapshot.scene(view, new Theme(ThemeChoice.LIGHT, 100), 700, 500);
            view.lookupAll(".button").stream().map(Button.class::cast).forEach(Button::fire);
          }
          return null;
        });
    assertThat(done).containsExactly("close", "folder", "save", "delete", "close");
  }
}
