package dev.throughline.trials.bench;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.search.FindQuery;
import dev.throughline.desktop.search.Hits;
import dev.throughline.desktop.search.Scope;
import dev.throughline.desktop.search.SearchIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures the search index over a filled profile: making it, its size, and its answers. */
public final class FindBench {
  /** What people type, letter by letter where it matters; rare and common words. */
  private static final List<String> TYPED =
      List.of(
          "t",
          "th",
          "the",
          "s",
          "pri",
          "price",
          "price l",
          "price letter",
          "\"the price\"",
          "\"the price of t",
          "exit fee",
          "winter heating cost",
          "-the price",
          "said:meter",
          "notes:saving",
          "by:ines tariff",
          "P-07",
          "P-0",
          "study:t price",
          "zzzz");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 20;
  private static final int PAGE = 50;

  private final SearchIndex index;

  private FindBench(SearchIndex index) {
    this.index = index;
  }

  /** One figure, in milliseconds: the slowest question's 95th percentile. */
  public record Answers(double indexRatio, double findMillis, double interviewsMillis) {}

  /** Opens the index of an open profile, makes it whole, and prints what was measured. */
  public static Answers run(ClientWiring client, long textBytes) throws IOException {
    Path folder = SearchIndex.folder(client.profile().folder());
    long began = System.nanoTime();
    long worked = now();
    try (SearchIndex index = client.searchIndex()) {
      index.settle();
      print(
          "index complete after %.1f s, of them %.1f s of work",
          (System.nanoTime() - began) / 1e9, (now() - worked) / 1e9);
      long bytes = size(folder);
      print(
          "index %,d bytes, text %,d bytes, ratio %.2f",
          bytes, textBytes, (double) bytes / textBytes);
      Answers answers = new FindBench(index).answers((double) bytes / textBytes);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      print("heap in use %,d KB", (runtime.totalMemory() - runtime.freeMemory()) / 1_024);
      return answers;
    }
  }

  private Answers answers(double indexRatio) {
    double find = 0;
    double interviews = 0;
    // What is measured is a program in use: the first answers after a start load its classes.
    for (String typed : TYPED) {
      index.find(FindQuery.typed(typed), Scope.EVERYTHING, 0, PAGE);
      index.interviewsMatching(typed);
    }
    for (String typed : TYPED) {
      List<Double> pages = new ArrayList<>();
      List<Double> filters = new ArrayList<>();
      Hits hits = Hits.NONE;
      for (int i = 0; i < ROUNDS; i++) {
        // Another question in between, so that no answer is remembered.
        index.find(FindQuery.typed("month " + i), Scope.EVERYTHING, 0, PAGE);
        long began = now();
        hits = index.find(FindQuery.typed(typed), Scope.EVERYTHING, 0, PAGE);
        pages.add((now() - began) / 1e6);
        began = now();
        index.interviewsMatching(typed);
        filters.add((now() - began) / 1e6);
      }
      find = Math.max(find, percentile(pages));
      interviews = Math.max(interviews, percentile(filters));
      print(
          "%-22s %,9d places in %,5d interviews: first page %6.1f ms (median %6.1f), interviews"
              + " %6.1f ms (median %6.1f)",
          typed,
          hits.places(),
          hits.interviews(),
          percentile(pages),
          median(pages),
          percentile(filters),
          median(filters));
    }
    return new Answers(indexRatio, find, interviews);
  }

  /** The processor time of this thread: other programs on the machine do not count. */
  private static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private static double percentile(List<Double> values) {
    Collections.sort(values);
    return values.get((int) (values.size() * 0.95) - 1);
  }

  private static double median(List<Double> values) {
    return values.get(values.size() / 2);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      long sum = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static void print(String line, Object... values) {
    System.out.println(String.format(Locale.UK, line, values));
  }
}
