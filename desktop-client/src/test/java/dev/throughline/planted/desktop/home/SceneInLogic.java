package dev.throughline.planted.desktop.home;

import javafx.scene.Node;

/** Neither a node nor a view by name, and no reason is given. */
final class SceneInLogic {
  Node node;
}
