package dev.throughline.server.sync;

import dev.throughline.model.id.WorkspaceId;

/** The workspace this installation serves. The epoch names one life of its log. */
record Served(WorkspaceId workspace, String name, String epoch) {}
