package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;

/**
 * The last that somebody else did to a record, as the server told it.
 *
 * @param author the name they gave; empty when they gave none
 * @param record what they changed; for numbered parts of a whole, such as turns, the whole
 * @param kind the kind of what they changed
 * @param isNew whether this computer had never heard of it before
 * @param seq the number of the log entry
 * @param atMillis when the server took it in
 */
public record Arrival(
    String author, RecordId record, String kind, boolean isNew, long seq, long atMillis) {}
