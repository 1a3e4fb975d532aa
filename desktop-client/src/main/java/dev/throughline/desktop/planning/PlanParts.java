package dev.throughline.desktop.planning;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.model.study.Study;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What planning works with.
 *
 * @param studies asked in the background
 */
public record PlanParts(
    Plans plans,
    Supplier<List<Study>> studies,
    Steps steps,
    Background background,
    UiThread ui,
    Clock clock) {}
