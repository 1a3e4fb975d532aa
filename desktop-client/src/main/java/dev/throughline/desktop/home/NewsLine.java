package dev.throughline.desktop.home;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/**
 * Something a colleague did.
 *
 * @param interview what it leads to; empty when it leads nowhere
 */
record NewsLine(String author, String words, Optional<RecordId> interview, long atMillis) {}
