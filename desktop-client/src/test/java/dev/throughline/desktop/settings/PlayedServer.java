package dev.throughline.desktop.settings;

import dev.throughline.desktop.device.DeviceDesk;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.desktop.workspace.WorkspaceDesk;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.WorkspaceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server that says what a test wants; none as long as it wants nothing. */
final class PlayedServer implements DeviceDesk, WorkspaceDesk {
  final List<String> asked = new ArrayList<>();
  Optional<Reply<DeviceList>> devices = Optional.empty();
  Optional<Reply<WorkspaceList>> workspaces = Optional.empty();
  Optional<DeviceId> device = Optional.empty();
  Optional<WorkspaceId> joined = Optional.empty();
  private String name = "Linux computer";

  @Override
  public Optional<Reply<DeviceList>> devices() {
    return devices;
  }

  @Override
  public Optional<Reply<DeviceList>> end(DeviceId which) {
    asked.add("end " + which);
    return devices;
  }

  @Override
  public Optional<DeviceId> thisDevice() {
    return device;
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
    return workspaces;
  }

  @Override
  public Optional<Reply<WorkspaceList>> make(String called) {
    asked.add("make " + called);
    return workspaces;
  }

  @Override
  public Optional<WorkspaceId> joined() {
    return joined;
  }

  @Override
  public void join(WorkspaceId workspace) {
    joined = Optional.of(workspace);
  }

  @Override
  public Optional<String> open(WorkspaceList.Entry workspace) {
    asked.add("open " + workspace.name());
    return Optional.empty();
  }
}
