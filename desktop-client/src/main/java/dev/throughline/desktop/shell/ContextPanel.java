package dev.throughline.desktop.shell;

import java.util.function.Supplier;
import javafx.scene.layout.Region;

/** What stands at the right of the centre, following the selection of the current place. */
public record ContextPanel(Supplier<Region> view) {}
