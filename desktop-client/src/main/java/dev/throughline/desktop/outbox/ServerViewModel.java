package dev.throughline.desktop.outbox;

import dev.throughline.desktop.sync.SyncLoop;
import dev.throughline.desktop.ui.Texts;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Joining and leaving a server. Properties change on the UI thread. */
final class ServerViewModel {
  private final ServerSetting setting;
  private final SyncLoop loop;
  private final Surroundings around;
  private final ReadOnlyObjectWrapper<ServerState> state;
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<String> workspace = Optional.empty();

  ServerViewModel(ServerSetting setting, SyncLoop loop, Surroundings around) {
    this.setting = setting;
    this.loop = loop;
    this.around = around;
    this.state = new ReadOnlyObjectWrapper<>(ServerState.of(setting.server(), workspace));
    address.subscribe(_ -> problem.set(""));
  }

  ReadOnlyObjectProperty<ServerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  StringProperty addressProperty() {
    return address;
  }

  /** What is wrong with the address that was tried; empty while nothing is. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Joins the typed server, or says what an address looks like. */
  void join() {
    Optional<URI> typed = setting.parse(address.get());
    typed.ifPresentOrElse(this::use, () -> problem.set(Texts.text("outbox.address.problem")));
  }

  private void use(URI server) {
    around
        .background()
        .run(
            () -> {
              setting.setServer(Optional.of(server));
              loop.connect(server);
              around.ui().run(this::show);
            });
  }

  /** Syncs with no server any more; all work stays, and the address stands ready to join again. */
  void leave() {
    setting.server().map(ServerState::shown).ifPresent(address::set);
    around
        .background()
        .run(
            () -> {
              setting.setServer(Optional.empty());
              loop.disconnect();
              around.ui().run(this::show);
            });
  }

  /** The workspace the store says it joined. */
  void setWorkspace(Optional<String> name) {
    workspace = name;
    show();
  }

  private void show() {
    state.set(ServerState.of(setting.server(), workspace));
  }
}
