package dev.throughline.trials;

import dev.throughline.desktop.app.ClientWiring;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.value.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The desktop's save path in a process that will be killed: types numbered words into notes, now
 * and then makes a new interview, and prints each number once the save is acknowledged.
 */
final class TypingChild {
  private final ClientWiring desk;
  private final RandomGenerator random;
  private RecordId memo;
  private String notes = "";

  private TypingChild(ClientWiring desk, long seed) {
    this.desk = desk;
    this.random = new Random(seed);
    this.memo = newInterview();
  }

  /** Arguments: profile folder, seed, first number to type. */
  public static void main(String[] args) {
    ClientWiring desk = Desks.open(Path.of(args[0]));
    TypingChild child = new TypingChild(desk, Long.parseLong(args[1]));
    long number = Long.parseLong(args[2]);
    while (true) {
      child.type(number);
      System.out.println("saved " + number);
      System.out.flush();
      number++;
    }
  }

  private void type(long number) {
    switch (random.nextInt(12)) {
      case 0 -> {
        memo = newInterview();
        notes = "";
        write("", Marks.mark(number));
      }
      case 1 -> bulk(number);
      default -> insert(number);
    }
  }

  private void insert(long number) {
    int word = notes.isEmpty() ? 0 : notes.indexOf(' ', random.nextInt(notes.length()));
    int at = word < 0 ? notes.length() : word;
    write(notes, notes.substring(0, at) + " " + Marks.mark(number) + notes.substring(at));
  }

  /** A group of many records, as an import makes it; the mark stands in the last one. */
  private void bulk(long number) {
    List<Draft> drafts = new java.util.ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String text = i == 39 ? Marks.mark(number) : "filler " + i;
      drafts.add(
          new Draft.Set(
              desk.ledger().newRecord(), Memo.KIND.name(), Map.of("notes", Value.text(text))));
    }
    require(desk.ledger().record(drafts));
  }

  private void write(String before, String after) {
    require(
        desk.ledger()
            .record(List.of(new Draft.Text(memo, Memo.KIND.name(), "notes", before, after))));
    notes = after;
  }

  private RecordId newInterview() {
    Interviews.Created created =
        desk.interviews().create(Optional.empty(), "Torture", LocalDate.EPOCH);
    require(created.result());
    return created.memo();
  }

  private static void require(SaveResult result) {
    if (result instanceof SaveResult.NotSaved notSaved) {
      throw new IllegalStateException(notSaved.toString());
    }
  }
}
