package dev.throughline.model.sync;

import dev.throughline.model.id.WorkspaceId;

/**
 * How far a device has pulled.
 *
 * @param epoch which life of the server's log; changes when a server was restored from a backup
 * @param seq everything up to and including this number is here
 * @param chain the log's chain hash at {@code seq}, hexadecimal; empty at 0
 */
public record Cursor(WorkspaceId workspace, String epoch, long seq, String chain) {}
