package dev.throughline.desktop.participant;

import java.util.Map;
import java.util.TreeMap;

/**
 * One change to the attributes of a participant.
 *
 * @param before the attribute's name so far; empty for a new one
 * @param name its name from now on; empty to take it away
 */
record AttributeChange(String before, String name, String value) {
  static AttributeChange set(String name, String value) {
    return new AttributeChange(name, name, value);
  }

  static AttributeChange remove(String name) {
    return new AttributeChange(name, "", "");
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
