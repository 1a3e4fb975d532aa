package dev.throughline.desktop.hold;

import dev.throughline.model.id.RecordId;

/**
 * A hold somebody wants to set.
 *
 * @param key of this wish; sent twice under one key it is one hold
 */
public record HoldWish(
    String key, String matter, String reason, Hold.Reach reach, RecordId record) {}
