package dev.throughline.desktop.travel;

/** What a person decided about recordings on their way; stays over restarts. Any thread. */
public interface TravelSettings {
  /** Whether recordings wait until the person lets them go on. */
  boolean isPaused();

  void setPaused(boolean paused);

  /** Whether the network costs money. */
  boolean isMetered();

  void setMetered(boolean metered);
}
