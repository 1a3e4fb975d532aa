package dev.throughline.desktop.exchange.csv;

import dev.throughline.desktop.store.Draft;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.memo.Memo;
import dev.throughline.model.sync.Action;
import dev.throughline.model.value.PlainText;
import dev.throughline.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the rows of a table would do to the records here. Saves nothing. */
final class CsvPlan {
  private final Headings headings;
  private final CsvTable table;
  private final LocalStore store;
  private final Directory names;
  private final Links links;
  private final CsvIds ids;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<RecordId> fresh = new ArrayList<>();
  private final Map<RecordId, Integer> seen = new HashMap<>();
  private final Map<RecordId, String> pages = new HashMap<>();
  private int made;
  private int changed;

  CsvPlan(Headings headings, LocalStore store, Directory names, CsvIds ids) {
    this.headings = headings;
    this.table = headings.table();
    this.store = store;
    this.names = names;
    this.links = new Links(names, ids);
    this.ids = ids;
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** Records that are not here yet. */
  List<RecordId> fresh() {
    return fresh;
  }

  int made() {
    return made;
  }

  int changed() {
    return changed;
  }

  void add(CsvSheet.Row row) throws CsvFault {
    CellReader cells = new CellReader(headings, row);
    Optional<RecordId> named = id(cells);
    if (named.isEmpty() && table == CsvTable.NOTES) {
      append(cells);
      return;
    }
    RecordId id = named.orElseGet(() -> ids.row(row.line()));
    // One without an id is here when an earlier try was cut off, and in the trash when that was
    // taken back half-way.
    Optional<RecordView> here = named.isPresent() ? here(cells, id) : store.find(id);
    if (named.isEmpty() && here.filter(RecordView::trashed).isPresent()) {
      drafts.add(new Draft.Move(id, table.kind().name(), Action.RESTORE));
    }
    Map<String, Value> before = here.map(RecordView::fields).orElseGet(TreeMap::new);
    Map<Column, String> shown = RowText.of(table, id, before, names);
    Map<String, Value> fields = new TreeMap<>();
    for (Column column : table.columns()) {
      if (headings.has(column) && !isSame(cells.text(column), shown.getOrDefault(column, ""))) {
        put(cells, column, fields, before);
      }
    }
    attributes(cells, before).ifPresent(value -> fields.put("attributes", value));
    if (here.isEmpty()) {
      complete(cells, fields, named.isEmpty());
    }
    draft(id, here.isPresent(), fields);
    if (table == CsvTable.INTERVIEWS) {
      note(cells, id, ids.beside(row.line(), "memo")).ifPresent(page -> noteBeside(id, page));
    }
  }

  /** The page belongs to its interview and is not counted beside it. */
  private void noteBeside(RecordId interview, Page page) {
    if (!page.isHere()) {
      fresh.add(page.id());
      names.addMemo(interview, page.id());
    }
    drafts.add(new Draft.Set(page.id(), Memo.KIND.name(), page.fields()));
  }

  private Optional<RecordId> id(CellReader cells) throws CsvFault {
    String cell = cells.text(Column.ID).strip();
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    RecordId id;
    try {
      id = RecordId.of(cell);
    } catch (IllegalArgumentException _) {
      throw cells.fault(Column.ID, Texts.text("exchange.csv.noId"));
    }
    Integer before = seen.put(id, cells.row().line());
    if (before != null) {
      throw cells.fault(Column.ID, Texts.text("exchange.csv.idTwice", before));
    }
    return Optional.of(id);
  }

  private Optional<RecordView> here(CellReader cells, RecordId id) throws CsvFault {
    Optional<RecordView> here = store.find(id);
    boolean fits =
        here.isEmpty()
            || (here.get().kind().equals(table.kind().name())
                && here.get().workspace().equals(store.home()));
    if (!fits) {
      throw cells.fault(Column.ID, Texts.text("exchange.csv.otherId"));
    }
    return here;
  }

  /** Spreadsheets change the line ends in cells; that is no edit. */
  private static boolean isSame(String cell, String shown) {
    return cell.equals(shown) || withLineFeeds(cell).equals(withLineFeeds(shown));
  }

  private static String withLineFeeds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void put(
      CellReader cells, Column column, Map<String, Value> fields, Map<String, Value> before)
      throws CsvFault {
    switch (column.name()) {
      case "id" -> {}
      case "study" -> fields.put("study", Links.reference(links.study(cells)));
      case "participant" ->
          fields.put("participant", Links.reference(links.participant(cells, before)));
      case "status" -> fields.put("status", cells.status());
      case "interview" ->
          fields.put("interview", Links.reference(Optional.of(cells.interview(names))));
      default -> {
        // The title beside notes is there for people; it belongs to the interview.
        if (table != CsvTable.NOTES || column.equals(Column.NOTES)) {
          fields.put(column.name(), cells.plain(column, table.kind(), cells.text(column)));
        }
      }
    }
  }

  private Optional<Value> attributes(CellReader cells, Map<String, Value> before) throws CsvFault {
    Map<String, Value> pairs = new TreeMap<>();
    if (before.get("attributes") instanceof Value.Entries(var entries)) {
      pairs.putAll(entries);
    }
    boolean isEdited = false;
    for (var attribute : headings.attributes().entrySet()) {
      String name = PlainText.clean(attribute.getValue());
      String cell = cells.row().cell(attribute.getKey());
      String was = pairs.get(name) instanceof Value.Text(String text) ? text : "";
      if (isSame(cell, was)) {
        continue;
      }
      isEdited = true;
      if (cell.isEmpty()) {
        pairs.remove(name);
      } else {
        pairs.put(name, Value.text(PlainText.clean(cell)));
      }
    }
    Value value = new Value.Entries(pairs);
    if (isEdited) {
      cells.requireFits(table.kind(), "attributes", value);
    }
    return isEdited ? Optional.of(value) : Optional.empty();
  }

  /** What a new record has even when its row does not say so; one with an id is not all new. */
  private void complete(CellReader cells, Map<String, Value> fields, boolean isNameless)
      throws CsvFault {
    if (table == CsvTable.INTERVIEWS && isNameless) {
      fields.putIfAbsent("status", cells.status());
    }
    if (table == CsvTable.NOTES && cells.namesInterview() && !fields.containsKey("interview")) {
      fields.put("interview", Links.reference(Optional.of(cells.interview(names))));
    }
  }

  private void draft(RecordId id, boolean isHere, Map<String, Value> fields) {
    for (Draft link : links.takeMade()) {
      fresh.add(link.record());
      drafts.add(link);
    }
    if (isHere && fields.isEmpty()) {
      return;
    }
    if (isHere) {
      changed++;
    } else {
      fresh.add(id);
      made++;
    }
    drafts.add(new Draft.Set(id, table.kind().name(), fields));
  }

  /** Notes without an id go to the page the interview has: a second page would not be seen. */
  private void append(CellReader cells) throws CsvFault {
    RecordId interview = cells.interview(names);
    Optional<Page> page = note(cells, interview, ids.row(cells.row().line()));
    if (page.isPresent()) {
      names.addMemo(interview, page.get().id());
      draft(page.get().id(), page.get().isHere(), page.get().fields());
    }
  }

  /** A page of notes as it will be. */
  private record Page(RecordId id, boolean isHere, Map<String, Value> fields) {}

  /** What a row's notes do to the page of an interview; nothing where they stand already. */
  private Optional<Page> note(CellReader cells, RecordId interview, RecordId fresh)
      throws CsvFault {
    String notes = PlainText.clean(cells.text(Column.NOTES)).strip();
    Optional<RecordId> known = names.memo(interview);
    RecordId page = known.orElse(fresh);
    String before = pages.computeIfAbsent(page, this::noted);
    if (notes.isEmpty() || ("\n" + before + "\n").contains("\n" + notes + "\n")) {
      return Optional.empty();
    }
    String after = before.isBlank() ? notes : before.stripTrailing() + "\n\n" + notes;
    Map<String, Value> fields = new TreeMap<>();
    fields.put("notes", cells.plain(Column.NOTES, Memo.KIND, after));
    fields.put("interview", Value.text(interview.toString()));
    pages.put(page, after);
    return Optional.of(new Page(page, known.isPresent(), fields));
  }

  private String noted(RecordId page) {
    return store.find(page).map(view -> new FieldMap(view.fields()).text("notes")).orElse("");
  }
}
