package dev.throughline.desktop.command;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.value.Value;

/**
 * A value that was not put back because somebody changed it since.
 *
 * @param before what undo wanted to put back
 * @param mine what the step had made of it
 * @param now what stands there; left as it is
 */
public record Difference(
    RecordId record, String kind, String field, Value before, Value mine, Value now) {}
