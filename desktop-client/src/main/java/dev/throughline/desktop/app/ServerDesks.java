package dev.throughline.desktop.app;

import dev.throughline.desktop.device.DeviceDesk;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.sync.SyncTransport;
import dev.throughline.desktop.workspace.WorkspaceDesk;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.WorkspaceList;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks the server in use about devices and workspaces. */
final class ServerDesks implements DeviceDesk, WorkspaceDesk {
  private final ClientWiring client;
  private final BiFunction<ClientWiring, WorkspaceList.Entry, Optional<String>> windows;

  /** What was asked for last and may have been made; asking again must not make a second one. */
  private Optional<NewWorkspace> asked = Optional.empty();

  ServerDesks(
      ClientWiring client,
      BiFunction<ClientWiring, WorkspaceList.Entry, Optional<String>> windows) {
    this.client = client;
    this.windows = windows;
  }

  @Override
  public Optional<Reply<DeviceList>> devices() {
    return client.loop().ask(SyncTransport::devices);
  }

  @Override
  public Optional<Reply<DeviceList>> end(DeviceId device) {
    return client.loop().ask(transport -> transport.endDevice(device));
  }

  @Override
  public String name() {
    return client.settings().deviceName();
  }

  @Override
  public void rename(String name) {
    client.settings().setDeviceName(name);
    client.loop().tryNow();
  }

  @Override
  public Optional<Reply<WorkspaceList>> workspaces() {
    return client.loop().ask(SyncTransport::workspaces);
  }

  @Override
  public synchronized Optional<Reply<WorkspaceList>> make(String name) {
    NewWorkspace made =
        asked
            .filter(before -> before.name().equals(name))
            .orElseGet(
                () -> new NewWorkspace(new WorkspaceId(client.ledger().newRecord().value()), name));
    asked = Optional.of(made);
    Optional<Reply<WorkspaceList>> reply =
        client.loop().ask(transport -> transport.makeWorkspace(made));
    if (reply.filter(Reply.Ok.class::isInstance).isPresent()) {
      asked = Optional.empty();
    }
    return reply;
  }

  @Override
  public Optional<DeviceId> thisDevice() {
    return client.ledger().store().device();
  }

  @Override
  public Optional<WorkspaceId> joined() {
    return client.ledger().store().joinedName().map(_ -> client.ledger().store().home());
  }

  @Override
  public void join(WorkspaceId workspace) {
    client.settings().setWorkspace(workspace);
    client.loop().tryNow();
  }

  @Override
  public Optional<String> open(WorkspaceList.Entry workspace) {
    return windows.apply(client, workspace);
  }
}
