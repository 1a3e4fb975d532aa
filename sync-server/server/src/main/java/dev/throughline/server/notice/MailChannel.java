package dev.throughline.server.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail over SMTP, one message to all addresses. */
final class MailChannel implements Channel {
  /** Of one step each: connecting, reading and writing. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final InternetAddress from;
  private final List<InternetAddress> to;

  MailChannel(NoticeSettings.Mail settings) {
    this.from = MailAddress.of(settings.from());
    this.to = settings.to().stream().map(MailAddress::of).toList();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setJavaMailProperties(properties(settings));
    if (!settings.user().isEmpty()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
  }

  private static Properties properties(NoticeSettings.Mail settings) {
    Properties properties = new Properties();
    String limit = String.valueOf(LIMIT.toMillis());
    for (String step : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty("mail.smtp." + step, limit);
    }
    String starttls = String.valueOf(settings.starttls());
    properties.setProperty("mail.smtp.starttls.enable", starttls);
    properties.setProperty("mail.smtp.starttls.required", starttls);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    return properties;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<String> deliver(Notice notice) {
    try {
      sender.send(message(notice));
      return Optional.empty();
    } catch (MailAuthenticationException _) {
      return Optional.of("the mail server refuses the user or password");
    } catch (MailException | MessagingException _) {
      // Their words may quote addresses.
      return Optional.of("the mail server does not answer, or refuses the message");
    }
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(to.toArray(InternetAddress[]::new));
    helper.setSubject("Throughline: " + notice.kind().subject());
    helper.setText(
        """
        %s

        Open it in Throughline to see what is asked, and of whom.

        Happened: %s
        Notice: %s
        """
            .formatted(notice.text(), notice.at(), notice.id()));
    // The same whenever it is sent again, and no answer to anybody's absence (RFC 3834).
    message.setHeader("Message-ID", "<%s@%s>".formatted(notice.id(), MailAddress.domain(from)));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }
}
