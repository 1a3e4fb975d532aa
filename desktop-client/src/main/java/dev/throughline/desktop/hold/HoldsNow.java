package dev.throughline.desktop.hold;

import java.util.List;

/**
 * The list of holds as it is shown.
 *
 * @param line what the list is, or why it may not be what the server has now
 * @param isLive whether the server said so just now, and something can be done
 */
record HoldsNow(List<HoldRow> rows, String line, boolean isLive) {
  HoldsNow {
    rows = List.copyOf(rows);
  }
}
