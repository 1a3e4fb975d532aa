package dev.throughline.desktop.inbox;

import dev.throughline.model.value.Value;

/**
 * One of the two who changed a field.
 *
 * @param isMine whether it was this computer
 * @param words the value as people read it
 */
record Party(String name, boolean isMine, long atMillis, Value value, String words) {}
