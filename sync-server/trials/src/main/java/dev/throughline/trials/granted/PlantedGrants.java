package dev.throughline.trials.granted;

import dev.throughline.model.people.Grant;
import dev.throughline.model.people.Level;
import dev.throughline.server.log.LogStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** A log with a planted mistake. */
final class PlantedGrants {
  private static final Grant EVERYBODY =
      Grant.of(Optional.empty(), Optional.empty(), Level.RESTRICTED);

  private PlantedGrants() {}

  static LogStore in(LogStore log, GrantMistake mistake) {
    return switch (mistake) {
      case NONE, RESCUES_NOTHING -> log;
      case DELIVERS_TO_ANYBODY -> with(log, "grants", List.of(EVERYBODY));
      case FORGETS_MOVES -> with(log, "moves", List.of());
    };
  }

  /** The same log, but for one question that it always answers alike. */
  private static LogStore with(LogStore log, String question, Object answer) {
    return (LogStore)
        Proxy.newProxyInstance(
            LogStore.class.getClassLoader(),
            new Class<?>[] {LogStore.class},
            (_, method, arguments) -> {
              if (method.getName().equals(question)) {
                return answer;
              }
              try {
                return method.invoke(log, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }
}
