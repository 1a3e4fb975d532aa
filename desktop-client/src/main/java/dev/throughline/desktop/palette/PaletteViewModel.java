package dev.throughline.desktop.palette;

import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the palette shows for what is typed. {@code >} at the start looks for commands and settings
 * alone, {@code @} for people. On the UI thread.
 */
public final class PaletteViewModel {
  /** What the palette was opened for. */
  public enum Mode {
    EVERYTHING(EnumSet.allOf(Section.class)),
    THINGS(EnumSet.of(Section.GO, Section.PEOPLE)),
    COMMANDS(EnumSet.of(Section.HERE, Section.COMMAND, Section.SETTING)),
    PEOPLE(EnumSet.of(Section.PEOPLE)),
    CHOICE(EnumSet.of(Section.CHOICE, Section.SAID));

    private final Set<Section> sections;

    Mode(Set<Section> sections) {
      this.sections = sections;
    }
  }

  /** Lines a single section may fill. */
  static final int LINES_MAX = 14;

  private final PaletteSource source;
  private final ReadOnlyStringWrapper prompt =
      new ReadOnlyStringWrapper(this, "prompt", Texts.text("palette.prompt"));
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ObservableList<Thing> lines = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
  private Map<Section, List<Thing>> things = Map.of();
  private List<Thing> said = List.of();
  private Mode mode = Mode.EVERYTHING;
  private PaletteSource asking;
  private int asked;

  public PaletteViewModel(PaletteSource source) {
    this.source = source;
    this.asking = source;
    typed.subscribe(_ -> search());
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What was typed; every change searches at once. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Sections stand together, in their order. */
  public ObservableList<Thing> lines() {
    return lines;
  }

  /** Which line Enter opens; -1 for none. */
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What the field asks for. */
  ReadOnlyStringProperty promptProperty() {
    return prompt.getReadOnlyProperty();
  }

  /** Whether something else than usual is chosen from. */
  boolean isChoosing() {
    return mode == Mode.CHOICE;
  }

  /** Shows the palette with an empty field. */
  public void open(Mode wanted) {
    open(wanted, source, Texts.text("palette.prompt"));
  }

  /**
   * Lets a person choose one of other things than usual.
   *
   * @param question what the field asks for
   * @param choices things of {@link Section#CHOICE}, and of {@link Section#SAID} for what is typed
   */
  public void choose(String question, PaletteSource choices) {
    open(Mode.CHOICE, choices, question);
  }

  private void open(Mode wanted, PaletteSource from, String question) {
    mode = wanted;
    asking = from;
    prompt.set(question);
    things = from.things().stream().collect(Collectors.groupingBy(Thing::section));
    said = List.of();
    typed.set("");
    open.set(true);
    search();
  }

  public void close() {
    open.set(false);
    things = Map.of();
    said = List.of();
    lines.clear();
    asked++;
  }

  /** Opens the selected line and closes the palette; a line that is off stays where it is. */
  void run() {
    run(selected.get());
  }

  void run(int line) {
    if (line < 0 || line >= lines.size() || lines.get(line).off().isPresent()) {
      return;
    }
    Thing chosen = lines.get(line);
    close();
    chosen.open().run();
  }

  /** Moves the selection; from the last line to the first and back. */
  void move(int by) {
    if (!lines.isEmpty()) {
      selected.set(Math.floorMod(selected.get() + by, lines.size()));
    }
  }

  Optional<Thing> selectedThing() {
    return Optional.of(selected.get())
        .filter(line -> line >= 0 && line < lines.size())
        .map(lines::get);
  }

  /** What marks the found letters of a title. */
  Ranking ranking() {
    return new Ranking(words());
  }

  private Mode effective() {
    if (mode == Mode.CHOICE) {
      return mode;
    }
    if (typed.get().startsWith(">")) {
      return Mode.COMMANDS;
    }
    return typed.get().startsWith("@") ? Mode.PEOPLE : mode;
  }

  private String words() {
    String text = typed.get();
    if (mode == Mode.CHOICE) {
      return text.strip();
    }
    return (text.startsWith(">") || text.startsWith("@") ? text.substring(1) : text).strip();
  }

  private void search() {
    if (!open.get()) {
      return;
    }
    said = List.of();
    show();
    int current = ++asked;
    if (effective().sections.contains(Section.SAID) && !words().isEmpty()) {
      asking.said(words(), found -> take(current, found));
    }
  }

  private void take(int question, List<Thing> found) {
    if (question == asked && open.get()) {
      said = found;
      Optional<Thing> before = selected.get() > 0 ? selectedThing() : Optional.empty();
      show();
      before.map(lines::indexOf).filter(line -> line >= 0).ifPresent(selected::set);
    }
  }

  private void show() {
    Ranking ranking = new Ranking(words());
    Set<Section> sections = effective().sections;
    List<Thing> found = new ArrayList<>();
    for (Section section : Section.values()) {
      if (sections.contains(section)) {
        int max = sections.size() < 3 ? LINES_MAX : section.linesMax();
        found.addAll(
            section == Section.SAID
                ? said.subList(0, Math.min(max, said.size()))
                : ranking.best(things.getOrDefault(section, List.of()), max));
      }
    }
    lines.setAll(found);
    selected.set(found.isEmpty() ? -1 : 0);
  }
}
