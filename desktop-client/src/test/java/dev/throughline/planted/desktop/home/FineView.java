package dev.throughline.planted.desktop.home;

import javafx.scene.control.Label;

/** Must not be reported. */
final class FineView {
  Runnable run = () -> new Label().setText("fine");
}
