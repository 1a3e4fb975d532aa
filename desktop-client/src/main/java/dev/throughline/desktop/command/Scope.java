package dev.throughline.desktop.command;

import dev.throughline.desktop.ui.Texts;

/** Where in the window a command means something. A key may serve one command per scope. */
public enum Scope {
  /** In every place and on every page. */
  EVERYWHERE("command.scope.everywhere"),
  HOME("command.scope.home"),
  LIBRARY("command.scope.library"),
  SESSION("command.scope.session"),
  STUDY("command.scope.study"),
  PEOPLE("command.scope.people"),
  FIND("command.scope.find"),
  IDEAS("command.scope.ideas"),
  HANDOFFS("command.scope.handoffs"),
  INBOX("command.scope.inbox"),
  HISTORY("command.scope.history"),
  TRASH("command.scope.trash"),
  SYNC("command.scope.sync"),
  SETTINGS("command.scope.settings");

  private final String key;

  Scope(String key) {
    this.key = key;
  }

  /** Such as "in the library". */
  public String words() {
    return Texts.text(key);
  }

  /** Whether both can be in force at one time. */
  boolean meets(Scope other) {
    return this == other || this == EVERYWHERE || other == EVERYWHERE;
  }
}
