package dev.throughline.server.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a notice to each channel that has not taken it yet. */
final class ChannelNotices implements Notices, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int REMEMBERED_MAX = 10_000;

  private final List<Channel> channels;
  private final MeterRegistry meters;
  private final Cache<Taken, Boolean> taken =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

  private record Taken(String notice, String channel) {}

  ChannelNotices(List<Channel> channels, MeterRegistry meters) {
    this.channels = List.copyOf(channels);
    this.meters = meters;
  }

  @Override
  public Sent send(Notice notice) {
    if (channels.isEmpty()) {
      return new Sent.Off();
    }
    List<String> troubles =
        channels.stream().flatMap(channel -> offer(channel, notice).stream()).toList();
    return troubles.isEmpty() ? new Sent.Delivered() : new Sent.Away(String.join("; ", troubles));
  }

  private Optional<String> offer(Channel channel, Notice notice) {
    Taken key = new Taken(notice.id(), channel.name());
    if (taken.getIfPresent(key) != null) {
      return Optional.empty();
    }
    Optional<String> trouble = deliver(channel, notice);
    count(channel, trouble.isEmpty() ? "delivered" : "away");
    if (trouble.isEmpty()) {
      taken.put(key, true);
      return trouble;
    }
    LOG.warn("The notice {} was not taken by {}: {}", notice.id(), channel.name(), trouble.get());
    return trouble.map(why -> channel.name() + ": " + why);
  }

  /** One that breaks in a way nobody foresaw does not keep the others from being tried. */
  private static Optional<String> deliver(Channel channel, Notice notice) {
    try {
      return channel.deliver(notice);
    } catch (RuntimeException e) {
      return Optional.of("it broke with " + e.getClass().getSimpleName());
    }
  }

  private void count(Channel channel, String outcome) {
    meters
        .counter("throughline.notices.sent", "channel", channel.name(), "outcome", outcome)
        .increment();
  }

  @Override
  public void close() {
    channels.forEach(Channel::close);
  }
}
