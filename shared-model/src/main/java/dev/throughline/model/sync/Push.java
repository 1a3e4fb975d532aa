package dev.throughline.model.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.WorkspaceId;
import java.util.List;

/**
 * A device's unsent operations, oldest first, whole groups only.
 *
 * @param clockOffsetMillis what must be added to the device's clock to get the server's, as the
 *     device measured it at hello; 0 where it is not known
 */
public record Push(
    int version,
    WorkspaceId workspace,
    DeviceId device,
    long incarnation,
    String author,
    long clockOffsetMillis,
    List<Op> ops) {
  public Push {
    ops = List.copyOf(ops);
  }

  /** A push of a device that has not measured its clock. */
  public Push(
      int version,
      WorkspaceId workspace,
      DeviceId device,
      long incarnation,
      String author,
      List<Op> ops) {
    this(version, workspace, device, incarnation, author, 0, ops);
  }
}
