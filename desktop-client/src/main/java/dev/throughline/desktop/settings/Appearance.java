package dev.throughline.desktop.settings;

import dev.throughline.desktop.ui.ThemeChoice;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;

/** The looks of every open window; a change shows at once. */
public record Appearance(ObjectProperty<ThemeChoice> theme, IntegerProperty scalePercent) {}
