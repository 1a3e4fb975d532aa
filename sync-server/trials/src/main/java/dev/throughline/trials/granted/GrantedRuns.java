package dev.throughline.trials.granted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many runs with grants, one a seed. */
public final class GrantedRuns {
  private GrantedRuns() {}

  /** Runs the seeds, prints what they came to, and answers the exit code. */
  public static int report(long from, int seeds) {
    long[] sums = new long[5];
    List<String> violations = new ArrayList<>();
    for (long seed = from; seed < from + seeds; seed++) {
      GrantedRun.Report report = GrantedRun.of(seed);
      sums[0] += report.delivered();
      sums[1] += report.gone();
      sums[2] += report.rescued();
      sums[3] += report.crashes();
      sums[4] += report.withdrawals();
      for (String violation : report.violations()) {
        violations.add("seed " + seed + ": " + violation);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "seeds: %d, delivered: %d, gone: %d, rescued: %d, crashes: %d, withdrawals: %d,"
            + " violations: %d%n",
        seeds,
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        violations.size());
    violations.forEach(System.out::println);
    return violations.isEmpty() ? 0 : 1;
  }
}
