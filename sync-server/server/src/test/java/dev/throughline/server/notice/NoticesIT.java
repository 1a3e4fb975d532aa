package dev.throughline.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.throughline.model.id.RecordId;
import dev.throughline.server.SyncServer;
import dev.throughline.server.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Notices through a real SMTP server and a real HTTP server. */
@Timeout(60)
class NoticesIT {
  private static final String SECRET = "a-secret-of-both-sides";
  private static final String PASSWORD = "a-password-of-the-mail";
  private static final RecordId HANDOFF = RecordId.of("01977777-0000-7000-8000-000000000001");
  private static final Notice NOTICE =
      new Notice(
          "waits-1", Notice.Kind.SIGNATURE_WAITS, HANDOFF, Instant.parse("2026-11-27T10:00:00Z"));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private GreenMail mails;
  private PlayedHook hook;

  @BeforeEach
  void open() throws IOException {
    mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    hook = new PlayedHook();
  }

  @AfterEach
  void shut() {
    hook.close();
    mails.stop();
  }

  private NoticeSettings.Mail mail() {
    return mailAt(mails.getSmtp().getPort(), false);
  }

  private static NoticeSettings.Mail mailAt(int port, boolean starttls) {
    return new NoticeSettings.Mail(
        "127.0.0.1",
        port,
        "Throughline <notices@example.org>",
        List.of("team@example.org", "owners@example.org"),
        "",
        "",
        starttls);
  }

  private static NoticeSettings.Mail noMail() {
    return new NoticeSettings.Mail("", 587, "", List.of(), "", "", true);
  }

  private NoticeSettings.Webhook webhook() {
    return new NoticeSettings.Webhook(hook.url("/take"), SECRET);
  }

  private static NoticeSettings.Webhook noWebhook() {
    return new NoticeSettings.Webhook("", "");
  }

  private ChannelNotices notices(NoticeSettings.Mail mail, NoticeSettings.Webhook webhook) {
    return new NoticeConfiguration().notices(new NoticeSettings(mail, webhook), meters);
  }

  private Sent send(NoticeSettings.Mail mail, NoticeSettings.Webhook webhook) {
    try (var notices = notices(mail, webhook)) {
      return notices.send(NOTICE);
    }
  }

  private double count(String channel, String outcome) {
    return meters
        .counter("throughline.notices.sent", "channel", channel, "outcome", outcome)
        .count();
  }

  @Test
  void mailSaysWhatIsAskedInIdsAndStatesOnly() throws Exception {
    assertThat(send(mail(), noWebhook())).isEqualTo(new Sent.Delivered());

    // One message, once in the box of each address.
    assertThat(mails.getReceivedMessages()).hasSize(2);
    MimeMessage message = mails.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Throughline: A handoff waits for signatures");
    assertThat(message.getMessageID()).isEqualTo("<waits-1@example.org>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(2);
    assertThat(message.getContent().toString())
        .contains("Handoff " + HANDOFF + " was submitted")
        .contains("Notice: waits-1")
        .contains("2026-11-27T10:00:00Z");
    assertThat(count("mail", "delivered")).isOne();
  }

  @Test
  void webhookGetsSignedJson() throws Exception {
    assertThat(send(noMail(), webhook())).isEqualTo(new Sent.Delivered());

    assertThat(hook.all()).hasSize(1);
    var got = hook.all().getFirst();
    assertThat(got.path()).isEqualTo("/take");
    assertThat(got.key()).isEqualTo("waits-1");
    assertThat(got.type()).isEqualTo("application/json");
    assertThat(got.signature()).isEqualTo("sha256=" + hmac(got.body()));
    Map<?, ?> body = new JsonMapper().readValue(got.body(), Map.class);
    assertThat(body)
        .isEqualTo(
            Map.of(
                "id", "waits-1",
                "kind", "SIGNATURE_WAITS",
                "handoff", HANDOFF.toString(),
                "at", "2026-11-27T10:00:00Z",
                "text", NOTICE.text()));
    assertThat(count("webhook", "delivered")).isOne();
  }

  private static String hmac(byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  @Test
  void onlyTheChannelThatFailedIsTriedAgain() {
    try (var notices = notices(mail(), webhook())) {
      hook.answers(PlayedHook.status(500));
      assertThat(notices.send(NOTICE)).isEqualTo(new Sent.Away("webhook: it answers 500"));
      hook.answers(PlayedHook.status(200));
      assertThat(notices.send(NOTICE)).isEqualTo(new Sent.Delivered());
      assertThat(notices.send(NOTICE)).isEqualTo(new Sent.Delivered());
    }

    assertThat(mails.getReceivedMessages()).hasSize(2);
    assertThat(hook.all()).extracting(PlayedHook.Got::key).containsExactly("waits-1", "waits-1");
    assertThat(count("webhook", "away")).isOne();
    assertThat(count("webhook", "delivered")).isOne();
    assertThat(count("mail", "delivered")).isOne();
  }

  @Test
  void mailServerThatIsNotThereKeepsNothingFromTheWebhook() throws IOException {
    assertThat(send(mailAt(freePort(), false), webhook()))
        .isEqualTo(new Sent.Away("mail: the mail server does not answer, or refuses the message"));
    assertThat(hook.all()).hasSize(1);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Test
  void channelThatBreaksKeepsNothingFromTheOthers() {
    try (var notices =
        new ChannelNotices(
            List.of(new Broken(), new WebhookChannel(webhook(), client())), meters)) {
      assertThat(notices.send(NOTICE))
          .isEqualTo(new Sent.Away("broken: it broke with IllegalStateException"));
    }
    assertThat(hook.all()).hasSize(1);
  }

  private static HttpClient client() {
    return HttpClient.newHttpClient();
  }

  private record Broken() implements Channel {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Optional<String> deliver(Notice notice) {
      throw new IllegalStateException(SECRET);
    }
  }

  @Test
  void mailServerThatSaysNothingIsNotWaitedFor() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(send(mailAt(silent.getLocalPort(), false), noWebhook()))
          .isInstanceOf(Sent.Away.class);
    }
  }

  @Test
  void mailGoesOverTlsOrNotAtAll() {
    assertThat(send(mailAt(mails.getSmtp().getPort(), true), noWebhook()))
        .isInstanceOf(Sent.Away.class);
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void webhookThatIsNotThereIsAway() throws IOException {
    var nobody = new NoticeSettings.Webhook("http://127.0.0.1:" + freePort() + "/", SECRET);
    assertThat(send(noMail(), nobody)).isEqualTo(new Sent.Away("webhook: it cannot be reached"));
  }

  @Test
  void webhookThatSaysNothingIsNotWaitedFor() {
    hook.answers(hook.silence());
    assertThat(send(noMail(), webhook()))
        .isEqualTo(new Sent.Away("webhook: it does not answer within 5 seconds"));
  }

  @Test
  void answerWithoutEndIsNotRead() {
    hook.answers(hook.endless());
    assertThat(send(noMail(), webhook())).isEqualTo(new Sent.Delivered());
  }

  @Test
  void redirectIsNotFollowed() {
    hook.answers(hook.redirect());
    assertThat(send(noMail(), webhook())).isEqualTo(new Sent.Away("webhook: it answers 307"));
    assertThat(hook.all()).extracting(PlayedHook.Got::path).containsExactly("/take");
  }

  @Test
  void secretsAndAddressesStayOutOfTheLog() {
    mails.setUser("team@example.org", "throughline", "another");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("dev.throughline");
    lines.start();
    root.addAppender(lines);
    ours.setLevel(Level.TRACE);
    try {
      hook.answers(PlayedHook.status(401));
      var settings =
          new NoticeSettings.Mail(
              "127.0.0.1",
              mails.getSmtp().getPort(),
              "notices@example.org",
              List.of("team@example.org"),
              "throughline",
              PASSWORD,
              false);
      assertThat(new NoticeSettings(settings, webhook()).toString())
          .doesNotContain(PASSWORD, SECRET, "example.org", "/take");

      assertThat(send(settings, webhook()))
          .isEqualTo(
              new Sent.Away(
                  "mail: the mail server refuses the user or password; webhook: it answers 401"));
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
    }

    assertThat(lines.list)
        .hasSizeGreaterThanOrEqualTo(2)
        .extracting(ILoggingEvent::getFormattedMessage)
        .allSatisfy(
            line -> assertThat(line).doesNotContain(PASSWORD, SECRET, "example.org", "/take"));
  }

  @Test
  void serverWithoutChannelsSaysSo() {
    assertThat(TestServers.bean(Notices.class).send(NOTICE)).isEqualTo(new Sent.Off());
  }

  @Test
  void mailServerThatIsAwayDoesNotMakeThisServerIll() throws Exception {
    var settings =
        Map.of(
            "throughline.notices.mail.host",
            "127.0.0.1",
            "throughline.notices.mail.port",
            String.valueOf(freePort()),
            "throughline.notices.mail.from",
            "notices@example.org",
            "throughline.notices.mail.to",
            "team@example.org,owners@example.org",
            "throughline.notices.webhook.url",
            hook.url("/take"),
            "throughline.notices.webhook.secret",
            SECRET);
    try (SyncServer.Running server = TestServers.another(settings);
        HttpClient client = HttpClient.newHttpClient()) {
      var notices = TestServers.beans(server, Notices.class).iterator().next();
      assertThat(notices.send(NOTICE)).isInstanceOf(Sent.Away.class);
      assertThat(hook.all()).hasSize(1);
      for (String probe : List.of("", "/readiness")) {
        var health = URI.create("http://127.0.0.1:" + server.port() + "/actuator/health" + probe);
        assertThat(
                client
                    .send(
                        HttpRequest.newBuilder(health).build(),
                        HttpResponse.BodyHandlers.discarding())
                    .statusCode())
            .isEqualTo(200);
      }
    }
  }
}
