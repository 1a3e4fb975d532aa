package dev.throughline.house;

/** What is wrong, where, and what to do about it: the three things every gate says. */
record Finding(String path, int line, String what, String fix) {
  @Override
  public String toString() {
    return path + ":" + line + ": " + what + "; " + fix;
  }
}
