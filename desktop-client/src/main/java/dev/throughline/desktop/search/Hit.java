package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * One place that answers a question.
 *
 * @param record the segment, the memo, or what bears the title
 * @param group the {@link HitGroup} it is listed under
 * @param by who speaks; empty where nobody does
 * @param begin where the first found words begin in the whole text of the segment or notes
 * @param words the first found words as they stand there
 */
public record Hit(
    HitKind kind,
    RecordId record,
    RecordId group,
    String by,
    Optional<Long> startMillis,
    Snippet snippet,
    int begin,
    String words) {}
