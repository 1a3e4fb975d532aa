package dev.throughline.desktop.guide;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What guides on the screen work with.
 *
 * @param author the name others see beside what this person does
 */
public record GuideParts(
    Guides guides,
    Steps steps,
    LocalStore store,
    Background background,
    UiThread ui,
    Clock clock,
    Supplier<String> author) {}
