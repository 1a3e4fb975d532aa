/**
 * What the app says unasked: the sync pill, running tasks, toasts. The values here carry no scene
 * node, so that view models of features may make them; the controls beside them show them.
 */
@NullMarked
package dev.throughline.desktop.ui.notice;

import org.jspecify.annotations.NullMarked;
