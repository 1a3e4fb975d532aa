package dev.throughline.desktop.device;

import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.sync.DeviceList;
import java.util.Optional;

/** Where devices are asked for. Calls block; any thread. */
public interface DeviceDesk {
  /** The devices of the person; empty while there is no server. */
  Optional<Reply<DeviceList>> devices();

  /** Signs a device out; empty while there is no server. */
  Optional<Reply<DeviceList>> end(DeviceId device);

  /** This one; empty before its first start has ended. */
  Optional<DeviceId> thisDevice();

  /** What this one is called. */
  String name();

  /** Calls this one something else; an empty name stands for what it runs on. */
  void rename(String name);
}
