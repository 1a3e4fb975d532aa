package dev.throughline.desktop.app;

import dev.throughline.desktop.account.SealedFile;
import dev.throughline.desktop.recording.Positions;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Where one stopped listening, the latest {@link #COUNT_MAX} recordings. */
final class PositionFile implements Positions {
  private static final int COUNT_MAX = 500;

  private final SealedFile file;

  PositionFile(SealedFile file) {
    this.file = file;
  }

  @Override
  public synchronized long of(RecordId recording) {
    return new FieldMap(new LinkedHashMap<>(read())).whole(recording.toString()).orElse(0L);
  }

  @Override
  public synchronized void remember(RecordId recording, long millis) {
    Map<String, Value> all = read();
    if (millis == 0) {
      all.remove(recording.toString());
    } else {
      all.put(recording.toString(), Value.whole(millis));
    }
    while (all.size() > COUNT_MAX) {
      // Ids begin with the time they were made at: the oldest goes first.
      all.remove(all.keySet().iterator().next());
    }
    file.write(WireFormat.VALUE.encode(new Value.Entries(new TreeMap<>(all)), Encoding.CBOR));
  }

  private Map<String, Value> read() {
    try {
      return file.read().isPresent()
              && WireFormat.VALUE.decode(file.read().get(), Encoding.CBOR)
                  instanceof Value.Entries(var entries)
          ? new TreeMap<>(entries)
          : new TreeMap<>();
    } catch (MalformedMessage _) {
      return new TreeMap<>();
    }
  }
}
