package dev.throughline.trials;

/** What a torture run found; the last line it prints. */
public record Verdict(int runs, int lost, int doubled, int unreadable) {
  public static final Verdict NONE = new Verdict(0, 0, 0, 0);

  public Verdict plus(Verdict other) {
    return new Verdict(
        runs + other.runs,
        lost + other.lost,
        doubled + other.doubled,
        unreadable + other.unreadable);
  }

  public boolean isClean() {
    return lost == 0 && doubled == 0 && unreadable == 0;
  }

  @Override
  public String toString() {
    return "runs: %s lost: %s doubled: %s unreadable: %s"
        .formatted(runs, lost, doubled, unreadable);
  }
}
