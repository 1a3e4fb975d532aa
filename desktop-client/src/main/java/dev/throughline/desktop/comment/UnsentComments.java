package dev.throughline.desktop.comment;

/** Keeps what was typed and not sent, on this computer only. Not on the UI thread. */
public interface UnsentComments {
  /** What was typed there; empty when nothing was. */
  String at(String place);

  /** Keeps what was typed there; nothing typed forgets the place. */
  void keep(String place, String text);
}
