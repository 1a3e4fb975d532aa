package dev.throughline.trials.bench;

import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Reply;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.trials.link.Link;
import dev.throughline.trials.link.Relay;
import java.io.IOException;
import java.net.URI;

/** What a record costs on the wire, headers included. */
final class WireCost {
  private static final int RECORDS_MIN = 20_000;

  private WireCost() {}

  /** Pulls the beginning of the log, as a new desktop does. */
  static double bytesARecord(URI server) throws Exception {
    try (Relay relay = Relay.open(server, Link.FREE);
        HttpSyncTransport transport = new HttpSyncTransport(relay.address())) {
      long records = 0;
      long after = 0;
      String chain = "";
      boolean more = true;
      while (more && records < RECORDS_MIN) {
        if (!(transport.pull(after, chain, "")
            instanceof Reply.Ok<PullAnswer>(PullAnswer answer))) {
          throw new IOException("the server did not answer a pull");
        }
        records += answer.changes().size();
        after = answer.cursor().seq();
        chain = answer.cursor().chain();
        more = after < answer.head();
      }
      return (double) relay.bytes() / records;
    }
  }
}
