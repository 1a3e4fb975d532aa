package dev.throughline.trials.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The inside of a {@link Worker}: reads one job a line, answers one line each. */
final class Jobs {
  static final String DONE = "= ";
  static final String FAILED = "! ";
  private static final double MEGA = 1 << 20;

  /** Does one job; the first word names it, the others are its arguments. */
  @FunctionalInterface
  interface Job {
    String run(List<String> words) throws Exception;
  }

  private Jobs() {}

  /** Works until nobody asks any more. */
  static void serve(Job job) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(answer(job, List.of(line.split("\t"))));
        System.out.flush();
      }
    }
  }

  private static String answer(Job job, List<String> words) {
    try {
      return DONE + (words.getFirst().equals("heap") ? heapMegabytes() : job.run(words));
    } catch (Exception e) {
      System.getLogger(Jobs.class.getName()).log(System.Logger.Level.WARNING, "gave up", e);
      return FAILED + e;
    }
  }

  /** The most this process's heap has held since it was asked last. */
  private static double heapMegabytes() {
    double peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed() / MEGA;
        pool.resetPeakUsage();
      }
    }
    return peak;
  }
}
