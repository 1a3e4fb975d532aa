package dev.throughline.desktop.planning;

import dev.throughline.model.id.RecordId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What is known of a session that is still to come; all but the day may be left out. */
record Plan(
    Optional<RecordId> study,
    String participant,
    LocalDate day,
    Optional<LocalTime> time,
    String place) {}
