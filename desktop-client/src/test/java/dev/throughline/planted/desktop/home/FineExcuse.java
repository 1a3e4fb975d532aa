package dev.throughline.planted.desktop.home;

import dev.throughline.desktop.ui.PartOfView;
import javafx.scene.Node;

/** Must not be reported. */
@PartOfView("shows that a reason is heard")
final class FineExcuse {
  Node node;
}
