package dev.throughline.desktop.settings;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.signin.SignInResult;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.ui.notice.Toast;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Signing in and out. UI thread only. */
final class AccountViewModel {
  /** What can be done now. */
  enum State {
    /** There is no server to sign in to. */
    NO_SERVER,
    OUT,
    /** The browser has the question. */
    WAITING,
    IN
  }

  private final AccountParts parts;
  private final Background background;
  private final UiThread ui;
  private final Consumer<Toast> toasts;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.OUT);
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
  private Optional<URI> page = Optional.empty();

  AccountViewModel(AccountParts parts, Background background, UiThread ui, Consumer<Toast> toasts) {
    this.parts = parts;
    this.background = background;
    this.ui = ui;
    this.toasts = toasts;
    parts.account().onChange(() -> ui.run(this::refresh));
    refresh();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How things stand, in one sentence. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** Looks again; a server may have been set, or the session may be over. */
  void refresh() {
    if (state.get() == State.WAITING) {
      return;
    }
    Optional<String> name = parts.account().name();
    Optional<URI> server = parts.server().get();
    if (name.isPresent()) {
      show(State.IN, Texts.text("settings.account.in", name.get()));
    } else if (server.isEmpty()) {
      show(State.NO_SERVER, Texts.text("settings.account.noServer"));
    } else {
      show(
          State.OUT,
          parts
              .account()
              .owner()
              .map(
                  owner ->
                      parts.account().lastWord().isEmpty()
                          ? Texts.text("settings.account.over", owner)
                          : parts.account().lastWord())
              .orElseGet(() -> Texts.text("settings.account.out")));
    }
  }

  private void show(State now, String sentence) {
    line.set(sentence);
    state.set(now);
  }

  void signIn() {
    Optional<URI> server = parts.server().get();
    if (server.isEmpty() || state.get() == State.WAITING) {
      return;
    }
    show(State.WAITING, Texts.text("settings.account.waiting"));
    background.run(
        () -> {
          SignInResult result = parts.account().signIn(server.get(), this::open);
          ui.run(() -> told(result));
        });
  }

  private void open(URI address) {
    ui.run(() -> page = Optional.of(address));
    parts.browser().open(address);
  }

  /** The address of the page, for a browser that did not open by itself. */
  void copyAddress(Consumer<String> clipboard) {
    page.map(URI::toString).ifPresent(clipboard);
  }

  void cancel() {
    background.run(parts.account()::cancel);
  }

  void signOut() {
    background.run(parts.account()::signOut);
  }

  private void told(SignInResult result) {
    state.set(State.OUT);
    page = Optional.empty();
    refresh();
    switch (result) {
      case SignInResult.SignedIn(String name) -> {
        toasts.accept(
            Toast.done(
                Texts.text("settings.account.done", name),
                Texts.text("settings.account.done.detail")));
        parts.signedIn().run();
      }
      case SignInResult.NotNeeded() ->
          toasts.accept(
              Toast.done(
                  Texts.text("settings.account.notNeeded"),
                  Texts.text("settings.account.notNeeded.detail")));
      case SignInResult.GivenUp() -> {}
      case SignInResult.Failed(String code, String sentence) ->
          toasts.accept(
              Toast.failed(
                  Texts.text("settings.account.failed"),
                  Texts.text("settings.coded", sentence, code)));
    }
  }
}
