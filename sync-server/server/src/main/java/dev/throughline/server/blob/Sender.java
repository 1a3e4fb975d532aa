package dev.throughline.server.blob;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who means to send a blob.
 *
 * @param device what it calls itself
 * @param person empty where nobody signs in
 */
record Sender(DeviceId device, Optional<RecordId> person) {
  /** For whom its sessions count. */
  UUID id() {
    return person.map(RecordId::value).orElse(device.value());
  }
}
