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

  /** As much as one text keeps of itself, far more than a comment can hold. */
  private static final int LENGTH_MAX = 200_000;

  /** As much as all take together, far less than what is still read again. */
  private static final int BYTES_MAX = 2 * 1024 * 1024;

  private final SealedFile file;
  private @Nullable Map<String, String> texts;
  private boolean isDamaged;

  UnsentFile(SealedFile file) {
    this.file = file;
  }

  @Override
  public synchronized String at(String place) {
    return texts().getOrDefault(place, "");
  }

  @Override
  public synchronized void keep(String place, String typed) {
    Map<String, String> all = texts();
    String text = cut(typed);
    if (all.getOrDefault(place, "").equals(text)) {
      return;
    }
    if (text.isEmpty()) {
      all.remove(place);
    } else {
      all.put(place, text);
    }
    byte[] written = written(all);
    while (all.size() > COUNT_MAX || (all.size() > 1 && written.length > BYTES_MAX)) {
      all.keySet().stream()
          .filter(where -> !where.equals(place))
          .findFirst()
          .ifPresent(all::remove);
      written = written(all);
    }
    // What cannot be read is not written over: it may be somebody's words.
    isDamaged = isDamaged && !file.setAside();
    if (isDamaged || !file.write(written)) {
      System.getLogger(UnsentFile.class.getName())
          .log(System.Logger.Level.WARNING, "an unsent comment could not be kept");
    }
  }

  private static String cut(String text) {
    boolean isSplit =
        text.length() > LENGTH_MAX && Character.isHighSurrogate(text.charAt(LENGTH_MAX - 1));
    return text.substring(0, Math.min(text.length(), isSplit ? LENGTH_MAX - 1 : LENGTH_MAX));
  }

  private static byte[] written(Map<String, String> all) {
    TreeMap<String, Value> members = new TreeMap<>();
    all.forEach((where, words) -> members.put(where, Value.text(words)));
    return WireFormat.VALUE.encode(new Value.Entries(members), Encoding.CBOR);
  }

  private Map<String, String> texts() {
    Map<String, String> known = texts;
    if (known == null) {
      Optional<Map<String, String>> read = file.read().flatMap(UnsentFile::read);
      isDamaged = read.isEmpty() && file.isThere();
      known = read.orElseGet(LinkedHashMap::new);
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
