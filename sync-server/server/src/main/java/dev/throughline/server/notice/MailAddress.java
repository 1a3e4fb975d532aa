package dev.throughline.server.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Addresses as settings name them. */
final class MailAddress {
  private MailAddress() {}

  /**
   * @throws IllegalArgumentException when the text is not one address with a domain, or would begin
   *     another line of the mail's head
   */
  static InternetAddress of(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (text.chars().noneMatch(Character::isISOControl) && !domain(address).isEmpty()) {
        return address;
      }
    } catch (AddressException _) {
      // Said below, without quoting it.
    }
    throw new IllegalArgumentException("what should be an address of mail is none");
  }

  static String domain(InternetAddress address) {
    String plain = address.getAddress();
    int at = plain.lastIndexOf('@');
    return at < 0 ? "" : plain.substring(at + 1);
  }
}
