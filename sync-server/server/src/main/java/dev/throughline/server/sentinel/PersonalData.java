package dev.throughline.server.sentinel;

import java.util.function.ToIntFunction;

/** What the detectors find. They miss much: names and addresses of people have no shape. */
enum PersonalData {
  EMAIL("e-mail address", Emails::count),
  CARD("payment card", Cards::count),
  IBAN("IBAN", Ibans::count),
  PHONE("phone number", Phones::count);

  private final String words;
  private final ToIntFunction<String> count;

  PersonalData(String words, ToIntFunction<String> count) {
    this.words = words;
    this.count = count;
  }

  String words() {
    return words;
  }

  /** How many of these a text holds, after {@link Findings#plain}. */
  int count(String text) {
    return count.applyAsInt(text);
  }
}
