package dev.throughline.desktop.planning;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.study.Studies;
import java.time.Clock;

/** What planning works with. */
public record PlanParts(
    Plans plans, Studies studies, Steps steps, Background background, UiThread ui, Clock clock) {}
