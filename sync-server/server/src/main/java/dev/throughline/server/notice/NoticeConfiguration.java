package dev.throughline.server.notice;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the channels that are set up. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /**
   * Not a mail sender of Spring's: its health would say that this server is ill when another is.
   */
  @Bean(destroyMethod = "close")
  ChannelNotices notices(NoticeSettings settings, MeterRegistry meters) {
    List<Channel> channels = new ArrayList<>();
    if (settings.mail().isOn()) {
      channels.add(new MailChannel(settings.mail()));
    }
    if (settings.webhook().isOn()) {
      channels.add(new WebhookChannel(settings.webhook(), client()));
    }
    return new ChannelNotices(channels, meters);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_LIMIT)
        .build();
  }
}
