/**
 * The workspaces of a server: which ones the person is in, joining one, opening another beside this
 * one, and making a new one. Shown in Settings.
 */
@NullMarked
package dev.throughline.desktop.workspace;

import org.jspecify.annotations.NullMarked;
