package dev.throughline.model.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import java.util.List;

/** A device's unsent operations, oldest first, whole groups only. */
public record Push(
    int version,
    WorkspaceId workspace,
    DeviceId device,
    long incarnation,
    String author,
    List<Op> ops) {
  public Push {
    ops = List.copyOf(ops);
  }
}
