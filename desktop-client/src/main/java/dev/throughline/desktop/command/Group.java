package dev.throughline.desktop.command;

import dev.throughline.desktop.ui.Texts;

/** What commands have to do with each other: one part of the menu each, in this order. */
public enum Group {
  GO("command.group.go"),
  INTERVIEW("command.group.interview"),
  SOUND("command.group.sound"),
  LIBRARY("command.group.library"),
  IDEAS("command.group.ideas"),
  HANDOFFS("command.group.handoffs"),
  EDIT("command.group.edit"),
  VIEW("command.group.view"),
  WORKSPACE("command.group.workspace"),
  HELP("command.group.help");

  private final String key;

  Group(String key) {
    this.key = key;
  }

  public String title() {
    return Texts.text(key);
  }
}
