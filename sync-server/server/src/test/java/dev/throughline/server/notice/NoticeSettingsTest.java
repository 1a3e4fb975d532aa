package dev.throughline.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.id.RecordId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeSettingsTest {
  private static final RecordId HANDOFF = RecordId.of("01977777-0000-7000-8000-000000000001");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "a\r\nBcc: x@example.org", "a\n", "<a>", "a@b", "-a", "ä", "a:b"})
  void idThatCouldBeMoreThanAnIdIsRefused(String id) {
    assertThatThrownBy(() -> new Notice(id, Notice.Kind.CHECK_FAILED, HANDOFF, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void idThatIsTooLongIsRefused() {
    assertThat(new Notice("a".repeat(100), Notice.Kind.CHECK_FAILED, HANDOFF, Instant.EPOCH).id())
        .hasSize(100);
    assertThatThrownBy(
            () -> new Notice("a".repeat(101), Notice.Kind.CHECK_FAILED, HANDOFF, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void eachKindNamesTheHandoffInOneSentence(Notice.Kind kind) {
    var notice = new Notice("n", kind, HANDOFF, Instant.EPOCH);
    assertThat(notice.text()).contains(HANDOFF.toString()).endsWith(".").doesNotContain("%", "\n");
    assertThat(kind.subject()).isNotBlank().doesNotContain("\n", "%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "team@example.org\r\nBcc: other@example.org",
        "Team\r\n <team@example.org>",
        "team@example.org, other@example.org",
        "@example.org"
      })
  void addressThatCouldBeMoreThanOneIsRefused(String address) {
    assertThatThrownBy(() -> mail("mail.example.org", address, List.of("a@example.org"), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mail("mail.example.org", "a@example.org", List.of(address), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mailToNobodyIsRefused() {
    assertThatThrownBy(() -> mail("mail.example.org", "a@example.org", List.of(), ""))
        .hasMessageContaining("nobody");
  }

  @Test
  void passwordGoesToAnotherComputerOverTlsOnly() {
    var to = List.of("a@example.org");
    assertThatThrownBy(() -> mail("mail.example.org", "a@example.org", to, "user"))
        .hasMessageContaining("starttls");
    assertThat(mail("127.0.0.1", "a@example.org", to, "user").isOn()).isTrue();
  }

  private static NoticeSettings.Mail mail(String host, String from, List<String> to, String user) {
    return new NoticeSettings.Mail(host, 25, from, to, user, "a-long-password", false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/take",
        "http://localhost.example.org/take",
        "http://127.0.0.1.example.org/take",
        "http://127.0.0.1@example.org/take",
        "ftp://127.0.0.1/take",
        "https:///take",
        "no address at all",
        "//example.org"
      })
  void webhookThatOthersCouldReadIsRefused(String url) {
    assertThatThrownBy(() -> new NoticeSettings.Webhook(url, "a-secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/take?team=1",
        "http://localhost:8080/",
        "http://127.0.0.1:1/",
        "http://[::1]:1/"
      })
  void webhookOverTlsOrOnThisComputerIsTaken(String url) {
    assertThat(new NoticeSettings.Webhook(url, "a-secret").isOn()).isTrue();
    assertThatThrownBy(() -> new NoticeSettings.Webhook(url, " ")).hasMessageContaining("secret");
  }
}
