package dev.throughline.desktop.outbox;

import dev.throughline.model.id.RecordId;

/**
 * Two values that met in one field, as the Sync place shows them.
 *
 * @param field what they are values of, with a capital
 * @param where the interview, study or participant they are about
 * @param rule what became of them, in one sentence
 * @param keptText the whole kept value, to be copied
 */
record KeptVersion(
    RecordId conflict,
    String field,
    String where,
    String rule,
    Side shown,
    Side kept,
    String keptText) {
  /** One of the two: shortened to what differs, and who wrote it when. */
  record Side(String text, String author, long atMillis) {}
}
