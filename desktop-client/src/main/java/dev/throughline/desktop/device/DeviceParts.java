package dev.throughline.desktop.device;

import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Consumer;

/** What the list of devices works with. */
public record DeviceParts(
    DeviceDesk desk, Background background, UiThread ui, ShownTime time, Consumer<Toast> toasts) {}
