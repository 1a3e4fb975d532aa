package dev.throughline.desktop.comment;

import dev.throughline.model.id.RecordId;

/** A record that can be commented on. */
public record Subject(RecordId id, String kind) {}
