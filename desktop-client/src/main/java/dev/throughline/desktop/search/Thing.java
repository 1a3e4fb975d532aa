package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;

/**
 * Something with a title that can be opened.
 *
 * @param detail what tells it from others of the same title
 */
public record Thing(HitKind kind, RecordId id, String title, String detail) {}
