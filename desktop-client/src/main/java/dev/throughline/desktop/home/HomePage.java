package dev.throughline.desktop.home;

/** What stands in the place of Home. */
enum HomePage {
  /** Not known yet; nothing is shown rather than the wrong thing. */
  LOADING,
  FIRST_RUN,
  HOME;

  /** The first page is for whoever has nothing and has not chosen a door. */
  static HomePage of(boolean begun, boolean empty, boolean loaded) {
    if (begun || !empty) {
      return HOME;
    }
    return loaded ? FIRST_RUN : LOADING;
  }
}
