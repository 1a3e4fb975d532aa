package dev.throughline.trials.bench;

import dev.throughline.model.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** What {@code bench sync} found at one size; the names are those of its JSON. */
record SyncFigures(
    int records,
    double initialPullRowsPerSecond,
    double h2LimitRowsPerSecond,
    double pushOpsPerSecondOneDevice,
    double pushOpsPerSecond16Devices,
    double postgresLimitRowsPerSecond,
    double pull1000ChangedMs,
    double hintP50Ms,
    double hintP99Ms,
    double reconnectMs,
    int reconnectRoundTrips,
    double wireBytesPerRecord,
    double clientHeapMb,
    double serverHeapMb) {
  /** Rows an operation leads to: a log entry, a record's state, an outcome. */
  static final int ROWS_AN_OPERATION = 3;

  double initialPullToLimit() {
    return initialPullRowsPerSecond / h2LimitRowsPerSecond;
  }

  /** The slower of one device and sixteen, in rows. */
  double pushToLimit() {
    return Math.min(pushOpsPerSecondOneDevice, pushOpsPerSecond16Devices)
        * ROWS_AN_OPERATION
        / postgresLimitRowsPerSecond;
  }

  Value json() {
    Map<String, Value> members = new TreeMap<>();
    members.put("records", Value.whole(records));
    members.put("initialPullRowsPerSecond", number(initialPullRowsPerSecond));
    members.put("h2LimitRowsPerSecond", number(h2LimitRowsPerSecond));
    members.put("initialPullToLimit", number(initialPullToLimit()));
    members.put("pushOpsPerSecondOneDevice", number(pushOpsPerSecondOneDevice));
    members.put("pushOpsPerSecond16Devices", number(pushOpsPerSecond16Devices));
    members.put("postgresLimitRowsPerSecond", number(postgresLimitRowsPerSecond));
    members.put("pushToLimit", number(pushToLimit()));
    members.put("pull1000ChangedMs", number(pull1000ChangedMs));
    members.put("hintP50Ms", number(hintP50Ms));
    members.put("hintP99Ms", number(hintP99Ms));
    members.put("reconnectMs", number(reconnectMs));
    members.put("reconnectRoundTrips", Value.whole(reconnectRoundTrips));
    members.put("wireBytesPerRecord", number(wireBytesPerRecord));
    members.put("clientHeapMb", number(clientHeapMb));
    members.put("serverHeapMb", number(serverHeapMb));
    return new Value.Entries(members);
  }

  private static Value number(double value) {
    return new Value.Decimal(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
  }
}
