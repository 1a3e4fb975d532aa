package dev.throughline.desktop.app;

import dev.throughline.desktop.account.SealedFile;
import dev.throughline.desktop.exchange.ImportMark;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Imports that have begun, sealed, because names of files may be names of people. */
final class ImportMarkFile implements ImportMarks {
  /** Beyond these the oldest is forgotten. */
  private static final int COUNT_MAX = 100;

  private final SealedFile file;

  ImportMarkFile(SealedFile file) {
    this.file = file;
  }

  @Override
  public synchronized List<ImportMark> open() {
    return file.read().map(ImportMarkFile::marks).orElseGet(List::of);
  }

  @Override
  public synchronized boolean begin(ImportMark mark) {
    List<ImportMark> marks = without(mark.id());
    marks.add(mark);
    return write(marks.subList(Math.max(0, marks.size() - COUNT_MAX), marks.size()));
  }

  @Override
  public synchronized void end(RecordId id) {
    List<ImportMark> left = without(id);
    if (left.size() < open().size()) {
      write(left);
    }
  }

  private List<ImportMark> without(RecordId id) {
    List<ImportMark> marks = new ArrayList<>(open());
    marks.removeIf(mark -> mark.id().equals(id));
    return marks;
  }

  private boolean write(List<ImportMark> marks) {
    List<Value> items = new ArrayList<>();
    for (ImportMark mark : marks) {
      TreeMap<String, Value> members = new TreeMap<>();
      members.put("file", Value.text(mark.file()));
      mark.into().ifPresent(into -> members.put("into", Value.text(into.toString())));
      members.put("id", Value.text(mark.id().toString()));
      members.put("turns", Value.whole(mark.turns()));
      items.add(new Value.Entries(members));
    }
    return file.write(WireFormat.VALUE.encode(new Value.Items(items), Encoding.CBOR));
  }

  private static List<ImportMark> marks(byte[] bytes) {
    List<ImportMark> marks = new ArrayList<>();
    try {
      if (WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Items(var items)) {
        for (Value item : items) {
          if (item instanceof Value.Entries(var members)) {
            FieldMap fields = new FieldMap(members);
            marks.add(
                new ImportMark(
                    fields.text("file"),
                    fields.reference("into"),
                    RecordId.of(fields.text("id")),
                    Math.toIntExact(fields.whole("turns").orElse(0L))));
          }
        }
      }
    } catch (MalformedMessage | IllegalArgumentException | ArithmeticException _) {
      return List.of();
    }
    return marks;
  }
}
