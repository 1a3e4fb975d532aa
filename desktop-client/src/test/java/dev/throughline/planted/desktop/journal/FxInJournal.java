package dev.throughline.planted.desktop.journal;

import javafx.beans.property.StringProperty;

/** JavaFX below. */
final class FxInJournal {
  StringProperty property;
}
