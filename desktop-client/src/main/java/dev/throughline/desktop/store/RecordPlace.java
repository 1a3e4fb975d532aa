package dev.throughline.desktop.store;

import dev.throughline.model.id.RecordId;
import java.util.Optional;

/** Where a record stands among others, without its content; the record may be in the trash. */
public record RecordPlace(RecordId id, String kind, Optional<RecordId> parent) {}
