package dev.throughline.server.log;

import dev.throughline.model.access.Scope;
import dev.throughline.model.id.RecordId;

/**
 * A record that went from one scope to another, and what belongs to it with it.
 *
 * @param seq the entry that moved it
 */
public record Move(long seq, RecordId record, String kind, Scope from, Scope to) {}
