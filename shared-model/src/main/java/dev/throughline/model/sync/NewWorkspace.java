package dev.throughline.model.sync;

import dev.throughline.model.id.WorkspaceId;

/**
 * Asks for another workspace.
 *
 * @param id chosen by whoever asks, so that asking twice makes one
 * @param name of 1 to {@link WorkspaceList#NAME_LENGTH_MAX} characters
 */
public record NewWorkspace(WorkspaceId id, String name) {}
