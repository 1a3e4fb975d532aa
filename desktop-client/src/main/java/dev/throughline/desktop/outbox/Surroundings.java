package dev.throughline.desktop.outbox;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Consumer;

/** What a view model needs of the machine and of the window around it. */
public record Surroundings(
    Background background, UiThread ui, ShownTime time, Consumer<Toast> toasts) {}
