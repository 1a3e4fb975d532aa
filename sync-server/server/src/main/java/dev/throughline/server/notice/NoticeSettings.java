package dev.throughline.server.notice;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where notices go. A channel without a host or address is off. */
@ConfigurationProperties("throughline.notices")
record NoticeSettings(@DefaultValue Mail mail, @DefaultValue Webhook webhook) {
  /**
   * A mail server.
   *
   * @param from who the mail is from
   * @param to addresses of teams, not taken from records
   * @param user empty where the server asks for none
   * @param starttls whether it is spoken to over TLS or not at all
   */
  record Mail(
      @DefaultValue("") String host,
      @DefaultValue("587") int port,
      @DefaultValue("") String from,
      @DefaultValue List<String> to,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("true") boolean starttls) {
    Mail {
      if (!host.isBlank()) {
        MailAddress.of(from);
        to.forEach(MailAddress::of);
        require(!to.isEmpty(), "to names nobody");
        require(
            user.isEmpty() || starttls || isHere(host),
            "a password would go to another computer as plain text; set starttls to true");
      }
    }

    boolean isOn() {
      return !host.isBlank();
    }

    @Override
    public String toString() {
      return "Mail[host=%s, port=%s]".formatted(host, port);
    }
  }

  /**
   * An address of our own or another system that takes notices.
   *
   * @param url https, or http on this computer
   * @param secret what the receiver checks the signature with
   */
  record Webhook(@DefaultValue("") String url, @DefaultValue("") String secret) {
    Webhook {
      if (!url.isBlank()) {
        requireUsable(url);
        require(!secret.isBlank(), "secret is missing, so nobody could tell who sends");
      }
    }

    private static void requireUsable(String url) {
      URI parsed;
      try {
        parsed = URI.create(url);
      } catch (IllegalArgumentException _) {
        // Its words quote the address, which may hold a secret itself.
        throw new IllegalArgumentException("url is no address");
      }
      String host = parsed.getHost() == null ? "" : parsed.getHost();
      boolean isPrivate = "https".equalsIgnoreCase(parsed.getScheme());
      boolean isLocal = "http".equalsIgnoreCase(parsed.getScheme()) && isHere(host);
      require(
          !host.isEmpty() && (isPrivate || isLocal),
          "url is neither https nor an address of this computer");
    }

    boolean isOn() {
      return !url.isBlank();
    }

    @Override
    public String toString() {
      return "Webhook[isOn=%s]".formatted(isOn());
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** By its name alone; nothing is looked up. */
  private static boolean isHere(String host) {
    try {
      return host.equalsIgnoreCase("localhost")
          || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
