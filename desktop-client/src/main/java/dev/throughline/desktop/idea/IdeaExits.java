package dev.throughline.desktop.idea;

import dev.throughline.model.id.RecordId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where ideas lead; the window gives the ways.
 *
 * @param openIdea shows the page of an idea
 * @param openPlan shows how an idea is built
 * @param openSource shows an interview, at a turn if there is one
 * @param history shows what an idea was before
 * @param leave called when the idea of a page was removed
 */
public record IdeaExits(
    Consumer<RecordId> openIdea,
    Consumer<RecordId> openPlan,
    BiConsumer<RecordId, Optional<RecordId>> openSource,
    Consumer<RecordId> history,
    Runnable leave) {}
