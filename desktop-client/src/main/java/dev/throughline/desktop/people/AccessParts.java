package dev.throughline.desktop.people;

import dev.throughline.desktop.command.Steps;
import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.platform.UiThread;
import dev.throughline.desktop.store.LocalStore;

/** What lists of people work with. */
public record AccessParts(
    Team team, Steps steps, LocalStore store, Background background, UiThread ui) {}
