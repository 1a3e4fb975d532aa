package dev.throughline.desktop.interview;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * A place in a session page that somebody wants to see.
 *
 * @param turn the segment; empty for the notes
 * @param begin where the words begin in the text of the turn or in the notes
 * @param words as they stand there; empty when the page as a whole is meant
 */
public record FoundPlace(RecordId interview, Optional<RecordId> turn, int begin, String words) {}
