package dev.throughline.planted.desktop.home;

import dev.throughline.planted.desktop.store.LocalStore;
import javafx.scene.Node;

/** Shows and stores in one class. */
final class StoreInView {
  Node node;
  LocalStore store;
}
