package dev.throughline.model.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How consent was given. */
public enum ConsentForm {
  WRITTEN,
  VERBAL,
  /** Ticked or signed on a screen. */
  SCREEN,
  OTHER;

  static final List<String> WIRE_NAMES =
      Arrays.stream(values()).map(ConsentForm::wireName).toList();

  /** The name a record holds. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty when the record does not say, or says it in a way this version does not know. */
  public static Optional<ConsentForm> of(String wireName) {
    return Arrays.stream(values()).filter(form -> form.wireName().equals(wireName)).findFirst();
  }
}
