package dev.throughline.desktop.mvp;

import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;

/**
 * Where a plan leads; the window gives the ways.
 *
 * @param openIdea shows the page of the idea
 * @param history shows what a record was before
 */
public record PlanExits(Consumer<RecordId> openIdea, Consumer<RecordId> history) {}
