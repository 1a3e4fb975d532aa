package dev.throughline.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.SteppedTime;
import dev.throughline.desktop.settings.AccountViewModel.State;
import dev.throughline.desktop.signin.Account;
import dev.throughline.desktop.signin.SessionStore;
import dev.throughline.desktop.ui.ContrastWalk;
import dev.throughline.desktop.ui.FxThread;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.SheetHeader;
import dev.throughline.desktop.ui.Snapshot;
import dev.throughline.desktop.ui.Theme;
import dev.throughline.desktop.ui.ThemeChoice;
import dev.throughline.desktop.ui.notice.Toast;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.WireFormat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Settings says of the account, and what can be done in each state. */
class AccountSectionTest {
  private static final URI NOBODY_THERE = URI.create("http://127.0.0.1:1/");

  private final SteppedTime time = new SteppedTime(Instant.parse("2026-11-24T09:10:00Z"));
  private final List<Toast> toasts = new ArrayList<>();
  private Optional<byte[]> held = Optional.empty();
  private Optional<URI> server = Optional.of(NOBODY_THERE);

  private AccountViewModel model(Background background) {
    SessionStore store =
        new SessionStore() {
          @Override
          public Optional<byte[]> read() {
            return held;
          }

          @Override
          public boolean write(byte[] value) {
            held = Optional.of(value);
            return true;
          }
        };
    return new AccountViewModel(
        new AccountParts(new Account(store, time), page -> {}, () -> server, () -> {}),
        background,
        Runnable::run,
        toasts::add);
  }

  /** Never gets to the work, like one whose person has not come back from the browser yet. */
  private static Background waiting() {
    return new Background() {
      @Override
      public void run(Runnable work) {}

      @Override
      public Handle later(Duration delay, Runnable work) {
        return () -> {};
      }

      @Override
      public void loop(String name, Runnable work) {}
    };
  }

  private void holdSession() {
    Value session =
        new Value.Entries(
            Map.of(
                "server", Value.text(NOBODY_THERE.toString()),
                "issuer", Value.text("http://127.0.0.1:1"),
                "client", Value.text("throughline-desktop"),
                "token", Value.text("http://127.0.0.1:1/oauth2/token"),
                "revocation", Value.text(""),
                "subject", Value.text("7f3c"),
                "name", Value.text("Demo researcher"),
                "access", Value.text("a"),
                "refresh", Value.text("r"),
                "accessUntil", Value.whole(Long.MAX_VALUE)));
    held =
        Optional.of(
            WireFormat.VALUE.encode(
                new Value.Entries(
                    Map.of(
                        "owner", Value.text("http://127.0.0.1:1 7f3c"),
                        "ownerName", Value.text("Demo researcher"),
                        "session", session)),
                Encoding.CBOR));
  }

  @Test
  void withoutAServerThereIsNothingToSignInTo() {
    server = Optional.empty();
    AccountViewModel model = model(time);
    assertThat(model.stateProperty().get()).isEqualTo(State.NO_SERVER);
    server = Optional.of(NOBODY_THERE);
    model.refresh();
    assertThat(model.stateProperty().get()).isEqualTo(State.OUT);
  }

  @Test
  void serverThatIsNotThereIsSaidAndSigningInCanBeTriedAgain() {
    AccountViewModel model = model(time);
    model.signIn();
    assertThat(toasts).singleElement().extracting(Toast::title).isEqualTo("You are not signed in");
    assertThat(toasts.getFirst().detail()).contains("cannot be reached", "SIG-03");
    assertThat(model.stateProperty().get()).isEqualTo(State.OUT);
  }

  @Test
  void signedOutItStillSaysWhoseProfileItIs() {
    holdSession();
    AccountViewModel model = model(time);
    assertThat(model.stateProperty().get()).isEqualTo(State.IN);
    assertThat(model.lineProperty().get()).startsWith("Signed in as Demo researcher.");
    model.signOut();
    assertThat(model.stateProperty().get()).isEqualTo(State.OUT);
    assertThat(model.lineProperty().get()).startsWith("Demo researcher is signed out.");
    assertThat(model(time).stateProperty().get()).isEqualTo(State.OUT);
  }

  @Test
  void whatIsHeldAndCannotBeReadCountsAsSignedOut() {
    for (String junk : List.of("", "junk", "\u0000\u0001")) {
      held = Optional.of(junk.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(model(time).stateProperty().get()).isEqualTo(State.OUT);
    }
  }

  @Test
  void everyStateIsReadableInBothThemes() throws Exception {
    server = Optional.empty();
    AccountViewModel none = model(time);
    server = Optional.of(NOBODY_THERE);
    AccountViewModel out = model(time);
    AccountViewModel waiting = model(waiting());
    waiting.signIn();
    assertThat(waiting.stateProperty().get()).isEqualTo(State.WAITING);
    holdSession();
    AccountViewModel in = model(time);
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      assertThat(pictured(theme, List.of(none, out, waiting, in))).isEmpty();
    }
  }

  private static List<String> pictured(ThemeChoice theme, List<AccountViewModel> models)
      throws Exception {
    return FxThread.call(
        () -> {
          Sheet sheet =
              new Sheet()
                  .header(new SheetHeader("Settings"))
                  .body(
                      "Settings",
                      models.stream().map(AccountSection::new).toArray(AccountSection[]::new));
          sheet.getStyleClass().add("tl-settings");
          var scene = Snapshot.scene(sheet, new Theme(theme, 100), 1280, 800);
          Snapshot.write(
              scene,
              Path.of("target", "pictures")
                  .resolve("settings-account-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
          return ContrastWalk.findings(scene);
        });
  }
}
