package dev.throughline.desktop.exchange;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.store.SaveResult;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.Kind;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The workspace export: JSON with one record a line, so that it can be read, compared and streamed.
 * Holds every record with every field, known or not, in the order of ids; two workspaces that hold
 * the same give the same bytes. Sample records are left out: they are not anybody's work.
 */
public final class WorkspaceFile {
  private static final String HEAD =
      "{\"format\":\"throughline-workspace\",\"version\":1,\"records\":[";
  private static final String TAIL = "]}";
  private static final int GROUP_SIZE = 1_000;

  /** A record as the file holds it. */
  private record Line(RecordId id, String kind, boolean trashed, Map<String, Value> fields) {}

  /** What became of reading a file in. */
  public sealed interface Result {}

  public record Imported(int records, int changed) implements Result {}

  public record Refused(int line, String code, String sentence) implements Result {}

  private WorkspaceFile() {}

  /** Writes every record to a file; answers how many. The file appears whole or not at all. */
  public static int write(LocalStore store, Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    int count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      out.write(HEAD);
      List<RecordView> page = store.all(store.home(), new UUID(0, 0));
      while (!page.isEmpty()) {
        for (RecordView view : page) {
          out.write(count++ == 0 ? "\n" : ",\n");
          out.write(line(view));
        }
        page = store.all(store.home(), page.getLast().id().value());
      }
      out.write("\n" + TAIL + "\n");
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    return count;
  }

  /** Whether a file starts as an export does. */
  public static boolean isOne(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] start = new char[HEAD.length()];
      int read = in.read(start);
      return read > 0 && new String(start, 0, read).startsWith("{\"format\":\"throughline-w");
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Reads an export in. Records that are here already are brought to what the file says; nothing is
   * removed. The whole file is checked before the first record is saved.
   */
  public static Result read(Ledger ledger, Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Optional<Refused> refused = readLines(in, lines);
      if (refused.isPresent()) {
        return refused.get();
      }
    } catch (CharacterCodingException _) {
      return refused(lines.size() + 2, "is not UTF-8 text");
    }
    return save(ledger, lines);
  }

  private static Optional<Refused> readLines(BufferedReader in, List<Line> lines)
      throws IOException {
    if (!HEAD.equals(in.readLine())) {
      return Optional.of(refused(1, "does not start as an export of this version does"));
    }
    int number = 1;
    for (String text = in.readLine(); !TAIL.equals(text); text = in.readLine()) {
      number++;
      if (text == null) {
        return Optional.of(refused(number, "is missing: the file ends early"));
      }
      try {
        lines.add(parse(text.endsWith(",") ? text.substring(0, text.length() - 1) : text));
      } catch (MalformedMessage | IllegalArgumentException e) {
        return Optional.of(refused(number, "is not a record"));
      }
    }
    return Optional.empty();
  }

  private static Result save(Ledger ledger, List<Line> lines) {
    int changed = 0;
    for (int from = 0; from < lines.size(); from += GROUP_SIZE / 2) {
      List<Line> group = lines.subList(from, Math.min(from + GROUP_SIZE / 2, lines.size()));
      List<Draft> drafts = new ArrayList<>();
      group.forEach(line -> drafts.addAll(drafts(ledger.store(), line)));
      changed += drafts.size();
      if (ledger.record(drafts) instanceof SaveResult.NotSaved(String code, String sentence)) {
        return new Refused(from + 2, code, sentence);
      }
    }
    return new Imported(lines.size(), changed);
  }

  private static List<Draft> drafts(LocalStore store, Line line) {
    Optional<RecordView> known = store.find(line.id());
    List<Draft> drafts = new ArrayList<>(2);
    boolean same = known.filter(view -> view.fields().equals(line.fields())).isPresent();
    if (!same) {
      drafts.add(new Draft.Set(line.id(), line.kind(), line.fields()));
    }
    boolean trashedHere = known.map(RecordView::trashed).orElse(false);
    if (line.trashed() != trashedHere) {
      drafts.add(
          new Draft.Move(line.id(), line.kind(), line.trashed() ? Action.TRASH : Action.RESTORE));
    }
    return drafts;
  }

  private static String line(RecordView view) {
    Value value =
        new Value.Entries(
            Map.of(
                "id",
                Value.text(view.id().toString()),
                "kind",
                Value.text(view.kind()),
                "trashed",
                new Value.Flag(view.trashed()),
                "fields",
                new Value.Entries(view.fields())));
    return new String(WireFormat.VALUE.encode(value, Encoding.JSON), StandardCharsets.UTF_8);
  }

  private static Line parse(String text) {
    Value value = WireFormat.VALUE.decode(text.getBytes(StandardCharsets.UTF_8), Encoding.JSON);
    if (value instanceof Value.Entries(var members)
        && members.size() == 4
        && members.get("id") instanceof Value.Text(String id)
        && members.get("kind") instanceof Value.Text(String kind)
        && members.get("trashed") instanceof Value.Flag(boolean trashed)
        && members.get("fields") instanceof Value.Entries(var fields)
        && fields.size() <= Kind.FIELDS_MAX) {
      return new Line(RecordId.of(id), kind, trashed, new TreeMap<>(fields));
    }
    throw new MalformedMessage("not a record");
  }

  private static Refused refused(int line, String what) {
    return new Refused(
        line,
        "EXP-01",
        "Nothing was imported. Line " + line + " " + what + ". Export the workspace again.");
  }
}
