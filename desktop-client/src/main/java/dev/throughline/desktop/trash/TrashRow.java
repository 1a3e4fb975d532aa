package dev.throughline.desktop.trash;

import dev.throughline.model.id.RecordId;

/**
 * One record in the trash, in words.
 *
 * @param belongsTo the interview, study or participant; empty when there is none
 * @param who who put it there; empty when that is not known
 */
record TrashRow(
    RecordId record,
    String kind,
    String kindWords,
    String name,
    String belongsTo,
    String who,
    long atMillis) {}
