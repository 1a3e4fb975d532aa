package dev.throughline.server.sentinel;

/**
 * Data of people in one text.
 *
 * @param where a JSONPath (RFC 9535); names that are not plain words stand there as {@code [*]}
 */
record Finding(PersonalData data, int count, String where) {
  /** What was found and where, and never the value. */
  String words() {
    return "%s × %s at %s".formatted(count, data.words(), where);
  }
}
