package dev.throughline.desktop.workspace;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.ui.notice.Toast;
import java.util.function.Consumer;

/** What the list of workspaces works with. */
public record WorkspaceParts(
    WorkspaceDesk desk, Background background, UiThread ui, Consumer<Toast> toasts) {}
