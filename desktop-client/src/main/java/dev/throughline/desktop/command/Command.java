package dev.throughline.desktop.command;

import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.Texts;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One thing people can do. The same object is a menu entry, a key, a line of the palette and the
 * accessible name of its buttons; it knows whether it can be used now and why not. What it changes
 * in records goes through {@link UndoLog} under {@link #name}, so that it can be taken back.
 *
 * @param id stable, such as {@code library.new}; names the texts {@code command.<id>}
 * @param key what it is pressed with unless the person chose otherwise
 * @param state asked whenever a menu, key or palette wants to know; on the UI thread
 */
public record Command(
    String id,
    String name,
    Group group,
    Scope scope,
    Icon icon,
    Optional<KeyChord> key,
    Supplier<Availability> state,
    Runnable act) {
  /** Begins a command; its name is the text {@code command.<id>}. */
  public static Draft named(String id, Group group, Icon icon) {
    return new Draft(id, Texts.text("command." + id), group, icon);
  }

  /** Begins a command whose name is known only now, such as "Go to" a place. */
  public static Draft named(String id, String name, Group group, Icon icon) {
    return new Draft(id, name, group, icon);
  }

  public Availability availability() {
    return state.get();
  }

  /** A command as it is put together. */
  public static final class Draft {
    private final String id;
    private final String name;
    private final Group group;
    private final Icon icon;
    private Scope scope = Scope.EVERYWHERE;
    private Optional<KeyChord> key = Optional.empty();
    private Supplier<Availability> state = () -> Availability.READY;

    private Draft(String id, String name, Group group, Icon icon) {
      this.id = id;
      this.name = name;
      this.group = group;
      this.icon = icon;
    }

    public Draft key(String written) {
      key = Optional.of(KeyChord.of(written));
      return this;
    }

    public Draft in(Scope where) {
      scope = where;
      return this;
    }

    /** Usable only while this holds; the text with that key says why it is not. */
    public Draft onlyIf(BooleanSupplier holds, String reasonKey) {
      String reason = Texts.text(reasonKey);
      state = () -> holds.getAsBoolean() ? Availability.READY : Availability.off(reason);
      return this;
    }

    /** Usable only while it says so; for a reason that is not always the same. */
    public Draft when(Supplier<Availability> says) {
      state = says;
      return this;
    }

    public Command does(Runnable act) {
      return new Command(id, name, group, scope, icon, key, state, act);
    }
  }
}
