package dev.throughline.desktop.participant;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One change to the attributes of a participant.
 *
 * @param before the attribute's name so far; empty for a new one
 * @param name its name from now on; empty to take it away
 * @param seen the value of that name when the person began to type another; empty when they typed
 *     none
 */
record AttributeChange(String before, String name, String value, Optional<String> seen) {
  static AttributeChange set(String name, String seen, String value) {
    return new AttributeChange(name, name, value, Optional.of(seen));
  }

  static AttributeChange rename(String before, String name, String value) {
    return new AttributeChange(before, name, value, Optional.empty());
  }

  static AttributeChange remove(String name) {
    return new AttributeChange(name, "", "", Optional.empty());
  }

  /** The attributes as the person had them before them. */
  Map<String, String> seenIn(Map<String, String> now) {
    Map<String, String> all = new TreeMap<>(now);
    seen.ifPresent(words -> all.put(name, words));
    all.values().removeIf(String::isBlank);
    return all;
  }

  /** The attributes after it; one without a name or a value is not there. */
  Map<String, String> in(Map<String, String> now) {
    Map<String, String> next = new TreeMap<>(now);
    next.remove(before);
    if (!name.isBlank() && !value.isBlank()) {
      next.put(name.strip(), value.strip());
    }
    return next;
  }
}
