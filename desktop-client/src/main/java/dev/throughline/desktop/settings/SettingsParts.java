package dev.throughline.desktop.settings;

import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.approval.SigningKeysViewModel;
import dev.throughline.desktop.device.DeviceParts;
import dev.throughline.desktop.hold.HoldsViewModel;
import dev.throughline.desktop.people.AccessParts;
import dev.throughline.desktop.rules.RulesViewModel;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.workspace.WorkspaceParts;

/** What the Settings place works on. */
public record SettingsParts(
    Profile profile,
    Preferences preferences,
    Appearance appearance,
    Samples samples,
    AccountParts account,
    AccessParts people,
    DeviceParts devices,
    SigningKeysViewModel signing,
    RulesViewModel rules,
    HoldsViewModel holds,
    WorkspaceParts workspaces,
    WorkspaceExport export,
    About about) {}
