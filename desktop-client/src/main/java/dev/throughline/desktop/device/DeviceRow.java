package dev.throughline.desktop.device;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.sync.DeviceList;
import java.util.Optional;

/**
 * A device as the list shows it.
 *
 * @param person whose it is; empty for one's own
 * @param seen when it came last, in words
 * @param ended how it was signed out, in words
 */
record DeviceRow(
    DeviceId id,
    String name,
    String person,
    boolean isHere,
    String seen,
    long waiting,
    Optional<DeviceList.End> ended) {}
