package dev.throughline.server.people;

import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemAnswer;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets nobody take the server's whole time, and counts what is refused, without names. Whoever runs
 * several servers has the limits on each of them.
 */
@Component
final class Limits {
  /** Of an IPv6 address only the network counts, because a single computer has all of it. */
  private static final int NETWORK_BYTES = 8;

  private final Buckets persons;
  private final Buckets addresses;
  private final Buckets refusedTokens;
  private final MeterRegistry meters;

  Limits(LimitSettings settings, MeterRegistry meters) {
    this.persons = new Buckets(settings.person(), TimeMeter.SYSTEM_NANOTIME);
    this.addresses = new Buckets(settings.address(), TimeMeter.SYSTEM_NANOTIME);
    this.refusedTokens = new Buckets(settings.refusedTokens(), TimeMeter.SYSTEM_NANOTIME);
    this.meters = meters;
  }

  /** Whether a person may ask once more; if not, has answered. */
  boolean mayPerson(String subject, HttpServletResponse answer) throws IOException {
    return may("person", persons.take(subject), answer);
  }

  /** Whether somebody without a token may ask once more; if not, has answered. */
  boolean mayAddress(HttpServletRequest request, HttpServletResponse answer) throws IOException {
    return may("address", addresses.take(network(request.getRemoteAddr())), answer);
  }

  /** Whether one more token that does not count is told so; if not, has answered. */
  boolean mayBeWrong(HttpServletRequest request, HttpServletResponse answer) throws IOException {
    return may("refused-token", refusedTokens.take(network(request.getRemoteAddr())), answer);
  }

  private boolean may(String limit, Optional<Duration> wait, HttpServletResponse answer)
      throws IOException {
    if (wait.isPresent()) {
      meters.counter("throughline.limits.refused", "limit", limit).increment();
      long seconds = wait.get().plusNanos(999_999_999).toSeconds();
      answer.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
      ProblemAnswer.write(
          answer,
          Problem.TOO_MANY,
          "Nothing of this request was read; send it again after the time in Retry-After.");
    }
    return wait.isEmpty();
  }

  static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
