package dev.throughline.desktop.consent;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import java.time.Clock;

/** What consent on the screen works with. */
public record ConsentParts(
    Consents consents,
    Steps steps,
    LocalStore store,
    Background background,
    UiThread ui,
    Clock clock,
    ClipDesk clips) {}
