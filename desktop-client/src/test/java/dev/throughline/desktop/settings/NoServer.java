package dev.throughline.desktop.settings;

import dev.throughline.desktop.device.DeviceDesk;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.workspace.WorkspaceDesk;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.WorkspaceList;
import java.util.Optional;

/** A profile that works with no server. */
final class NoServer implements DeviceDesk, WorkspaceDesk {
  private String name = "Linux computer";

  @Override
  public Optional<Reply<DeviceList>> devices() {
    return Optional.empty();
  }

  @Override
  public Optional<Reply<DeviceList>> end(DeviceId device) {
    return Optional.empty();
  }

  @Override
  public Optional<DeviceId> thisDevice() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void rename(String called) {
    name = called;
  }

  @Override
  public Optional<Reply<WorkspaceList>> workspaces() {
    return Optional.empty();
  }

  @Override
  public Optional<Reply<WorkspaceList>> make(String called) {
    return Optional.empty();
  }

  @Override
  public Optional<WorkspaceId> joined() {
    return Optional.empty();
  }

  @Override
  public void join(WorkspaceId workspace) {}

  @Override
  public Optional<String> open(WorkspaceList.Entry workspace) {
    return Optional.empty();
  }
}
