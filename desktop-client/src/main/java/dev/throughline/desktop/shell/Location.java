package dev.throughline.desktop.shell;

/** Where the person is: a place, and inside it a page, or the place itself while that is empty. */
public record Location(String place, String page) {
  public static Location of(String place) {
    return new Location(place, "");
  }

  public boolean isPage() {
    return !page.isEmpty();
  }
}
