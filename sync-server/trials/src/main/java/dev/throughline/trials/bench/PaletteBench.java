package dev.throughline.trials.bench;

import dev.throughline.desktop.palette.PaletteSource;
import dev.throughline.desktop.palette.PaletteViewModel;
import dev.throughline.desktop.palette.Section;
import dev.throughline.desktop.palette.Thing;
import dev.throughline.desktop.ui.Icon;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** What a letter typed into the palette costs among 100,000 things, until its lines are there. */
final class PaletteBench {
  private static final int THINGS = 100_000;
  private static final int ROUNDS = 40;

  /** The first rounds are the compiler's: nobody has typed into a palette that many times. */
  private static final int WARM = 5;

  private static final double LETTER_MAX = 50;
  private static final long SEED = 11;

  /** One of them is typed letter by letter, the others at once. */
  private static final List<String> TYPED =
      List.of(
          "p",
          "pr",
          "pri",
          "pric",
          "price",
          "price l",
          "price letter",
          "e",
          "a e i",
          "winter heating cost",
          "P-07",
          "pl",
          "zzzz",
          "@p",
          ">p");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PaletteBench() {}

  static void run(Report report) {
    List<Thing> things = things(new Random(SEED));
    PaletteViewModel palette = new PaletteViewModel(source(things));
    report.figure("palette, opened for the first time", opened(palette), "ms");
    report.figure("palette, opened again", opened(palette), "ms");
    double slowest = 0;
    for (String typed : TYPED) {
      long[] took = new long[ROUNDS];
      for (int i = -WARM; i < ROUNDS; i++) {
        palette.typedProperty().set("");
        long began = THREADS.getCurrentThreadCpuTime();
        palette.typedProperty().set(typed);
        if (i >= 0) {
          took[i] = THREADS.getCurrentThreadCpuTime() - began;
        }
      }
      Samples samples = new Samples(took);
      slowest = Math.max(slowest, samples.p99());
      System.out.println(
          String.format(
              Locale.UK,
              "  %-22s %2d lines: %6.1f ms (median %6.1f)",
              typed,
              palette.lines().size(),
              samples.p99(),
              samples.median()));
    }
    requireFound(palette);
    report.figure("things the palette finds among", things.size(), "things");
    report.bar("palette, a letter, 99th percentile of the slowest", slowest, LETTER_MAX, "ms");
  }

  /** What Ctrl+K waits for before the palette is there. */
  private static double opened(PaletteViewModel palette) {
    long began = System.nanoTime();
    palette.open(PaletteViewModel.Mode.EVERYTHING);
    return (System.nanoTime() - began) / 1e6;
  }

  /** A palette that finds nothing would be quick. */
  private static void requireFound(PaletteViewModel palette) {
    palette.typedProperty().set("price");
    if (palette.lines().isEmpty()) {
      throw new IllegalStateException("the palette finds nothing");
    }
  }

  private static PaletteSource source(List<Thing> things) {
    return new PaletteSource() {
      @Override
      public List<Thing> things() {
        return things;
      }

      @Override
      public void said(String typed, Consumer<List<Thing>> answer) {
        answer.accept(List.of());
      }
    };
  }

  private static List<Thing> things(Random random) {
    Vocabulary words = new Vocabulary(random);
    List<Thing> all = new ArrayList<>();
    for (int i = 0; i < THINGS; i++) {
      Section section = i % 4 == 0 ? Section.PEOPLE : i % 50 == 1 ? Section.COMMAND : Section.GO;
      String title =
          section == Section.PEOPLE
              ? String.format(Locale.ROOT, "P-%05d", i)
              : words.sentence(random, 3, 7);
      all.add(Thing.to(section, Icon.SESSION, title, words.sentence(random, 2, 5), () -> {}));
    }
    return all;
  }
}
