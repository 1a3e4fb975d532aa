package dev.throughline.desktop.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every command of one window, and the one way to use them. On the UI thread. */
public final class Commands {
  private final Map<String, Command> all = new LinkedHashMap<>();
  private final Supplier<Set<Scope>> here;
  private final List<Consumer<Command>> watchers = new ArrayList<>();
  private final Consumer<Command> refused;

  /**
   * @param here the scopes that are in force now
   * @param refused told of a command that was asked for while it could not be used
   */
  public Commands(Supplier<Set<Scope>> here, Consumer<Command> refused) {
    this.here = here;
    this.refused = refused;
  }

  /**
   * Adds commands.
   *
   * @throws IllegalArgumentException when an id is taken
   */
  public void add(Collection<Command> commands) {
    for (Command command : commands) {
      if (all.putIfAbsent(command.id(), command) != null) {
        throw new IllegalArgumentException("two commands are called " + command.id());
      }
    }
  }

  public List<Command> all() {
    return List.copyOf(all.values());
  }

  public Optional<Command> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Whether the command means something where the person is. */
  public boolean isHere(Command command) {
    return here.get().contains(command.scope());
  }

  /** Calls the watcher with each command that is used. */
  public void onUse(Consumer<Command> watcher) {
    watchers.add(watcher);
  }

  /** Uses the command, or tells why it cannot be used now. */
  public void use(Command command) {
    if (command.availability().isReady()) {
      watchers.forEach(watcher -> watcher.accept(command));
      command.act().run();
    } else {
      refused.accept(command);
    }
  }
}
