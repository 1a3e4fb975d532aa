package dev.throughline.desktop.interview;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the page lets people do besides typing; buttons, menu, keys and drops share it.
 *
 * @param choose asks for transcript files and imports them
 * @param take imports these files
 * @param details shows or hides what the context panel says of the interview
 * @param guide shows or hides the guide
 */
record SessionCommands(
    Runnable choose, Consumer<List<Path>> take, Runnable find, Runnable details, Runnable guide) {}
