package dev.throughline.desktop.hold;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import java.util.Locale;

/** Something a hold can be about. */
public record Holdable(Hold.Reach reach, RecordId record, String name) {
  /** The word for what it is. */
  public String kind() {
    return Texts.text("hold.kind." + reach.name().toLowerCase(Locale.ROOT));
  }

  public Icon icon() {
    return switch (reach) {
      case STUDY -> Icon.STUDY;
      case PARTICIPANT -> Icon.PARTICIPANT;
      case INTERVIEW -> Icon.SESSION;
      case RECORDING -> Icon.RECORDING;
    };
  }
}
