package dev.throughline.desktop.library;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import java.time.Clock;

/** What the library works with besides interviews and studies. */
public record LibraryParts(
    Clock clock,
    TextFinder finder,
    SavedFilters savedFilters,
    Background background,
    UiThread ui) {}
