package dev.throughline.desktop.app;

import dev.throughline.desktop.account.SealedFile;
import dev.throughline.desktop.comment.UnsentComments;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was typed and not sent, sealed. Any thread but the UI thread. */
final class UnsentFile implements UnsentComments {
  /** Beyond these the one that was begun first is forgotten. */
  private static final int COUNT_MAX = 100;

  private final SealedFile file;
  private @Nullable Map<String, String> texts;

  UnsentFile(SealedFile file) {
    this.file = file;
  }

  @Override
  public synchronized String at(String place) {
    return texts().getOrDefault(place, "");
  }

  @Override
  public synchronized void keep(String place, String text) {
    Map<String, String> all = texts();
    if (all.getOrDefault(place, "").equals(text)) {
      return;
    }
    if (text.isEmpty()) {
      all.remove(place);
    } else {
      all.put(place, text);
    }
    if (all.size() > COUNT_MAX) {
      all.remove(all.keySet().iterator().next());
    }
    TreeMap<String, Value> members = new TreeMap<>();
    all.forEach((where, words) -> members.put(where, Value.text(words)));
    if (!file.write(WireFormat.VALUE.encode(new Value.Entries(members), Encoding.CBOR))) {
      System.getLogger(UnsentFile.class.getName())
          .log(System.Logger.Level.WARNING, "an unsent comment could not be kept");
    }
  }

  private Map<String, String> texts() {
    Map<String, String> known = texts;
    if (known == null) {
      known = file.read().flatMap(UnsentFile::read).orElseGet(LinkedHashMap::new);
      texts = known;
    }
    return known;
  }

  private static Optional<Map<String, String>> read(byte[] bytes) {
    try {
      Map<String, String> read = new LinkedHashMap<>();
      if (WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Entries(var members)) {
        members.forEach(
            (place, value) -> {
              if (value instanceof Value.Text(String text)) {
                read.put(place, text);
              }
            });
      }
      return Optional.of(read);
    } catch (MalformedMessage | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
