package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.Texts;
import dev.throughline.desktop.workspace.WorkspacesView;
import dev.throughline.desktop.workspace.WorkspacesViewModel;

/** The workspaces of the server in use. */
final class WorkspacesSection extends SettingSection {
  WorkspacesSection(WorkspacesViewModel workspaces) {
    super(Texts.text("settings.workspaces"));
    add(new WorkspacesView(workspaces));
  }
}
