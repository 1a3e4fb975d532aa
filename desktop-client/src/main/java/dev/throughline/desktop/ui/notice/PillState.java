package dev.throughline.desktop.ui.notice;

import dev.throughline.desktop.ui.Icon;

/** How safe the work is. Where several apply the first one here is shown. */
public enum PillState {
  BLOCKED(Icon.LOCK, "blocked"),
  OFFLINE(Icon.OFFLINE, "offline"),
  NEEDS_YOU(Icon.NEEDS_YOU, "needs-you"),
  WAITING(Icon.WAITING, "waiting"),
  SYNCING(Icon.SYNC, "syncing"),
  SAVED(Icon.CHECK, "saved"),
  /** Before sign-in: everything is kept, on this computer only. */
  LOCAL(Icon.DISK, "local");

  private final Icon icon;
  private final String styleClass;

  PillState(Icon icon, String styleClass) {
    this.icon = icon;
    this.styleClass = styleClass;
  }

  Icon icon() {
    return icon;
  }

  String styleClass() {
    return styleClass;
  }
}
