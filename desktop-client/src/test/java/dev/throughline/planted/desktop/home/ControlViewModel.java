package dev.throughline.planted.desktop.home;

import javafx.scene.control.Label;

/** A view model with a control. */
final class ControlViewModel {
  Label label;
}
