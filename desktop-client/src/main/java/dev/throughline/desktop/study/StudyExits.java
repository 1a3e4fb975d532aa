package dev.throughline.desktop.study;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where a page of studies leads; the window gives the ways.
 *
 * @param showInterviews lists the interviews of a study: all, or those that lack something
 * @param leave called when the study was removed
 */
public record StudyExits(
    Consumer<RecordId> openSession,
    Consumer<RecordId> openParticipant,
    Consumer<RecordId> openStudy,
    BiConsumer<RecordId, Optional<Gap>> showInterviews,
    Runnable leave) {}
