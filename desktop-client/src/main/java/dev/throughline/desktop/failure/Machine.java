package dev.throughline.desktop.failure;

import java.util.Map;

/** What a report says of the machine: kinds and versions, nothing that names it or its owner. */
public record Machine(String version, String java, String system) {
  public static Machine of(String version, Map<?, ?> properties) {
    return new Machine(
        version,
        String.valueOf(properties.get("java.runtime.version")),
        properties.get("os.name")
            + " "
            + properties.get("os.version")
            + " "
            + properties.get("os.arch"));
  }
}
