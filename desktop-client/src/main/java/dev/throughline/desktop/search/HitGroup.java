package dev.throughline.desktop.search;

import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What hits are listed under.
 *
 * @param places how many there are in it altogether
 * @param interview what opens: the interview itself, or the newest of a participant or study
 */
public record HitGroup(
    HitKind kind,
    RecordId id,
    String title,
    String participant,
    String study,
    Optional<LocalDate> date,
    boolean isSample,
    int places,
    Optional<RecordId> interview) {}
