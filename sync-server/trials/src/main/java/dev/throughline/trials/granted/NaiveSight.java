package dev.throughline.trials.granted;

import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.RecordState;
import dev.throughline.model.value.Value;
import java.util.List;
import java.util.Map;

/**
 * Who sees what, said again in the simplest way: from the states of the log, one record at a time,
 * without a line of the code that is tried.
 */
final class NaiveSight {
  private static final List<String> LEVELS = List.of("none", "open", "restricted", "owner");
  private static final List<String> WAYS_UP =
      List.of("transcript", "interview", "participant", "owner", "record", "about");

  private final Map<RecordId, RecordState> states;

  NaiveSight(Map<RecordId, RecordState> states) {
    this.states = states;
  }

  private static String text(RecordState state, String field) {
    return state.fields().get(field) instanceof Value.Text(String text) ? text : "";
  }

  /** Whether a researcher sees a record that is in the log. */
  boolean sees(RecordId person, RecordId record) {
    RecordState state = states.get(record);
    if (state == null) {
      return false;
    }
    String study = "";
    boolean restricted = false;
    RecordState step = state;
    for (int i = 0; i < 8; i++) {
      if (step.kind().equals("study")) {
        study = step.id().toString();
        break;
      }
      restricted |= text(step, "sensitivity").equals("restricted");
      if (!text(step, "study").isEmpty()) {
        study = text(step, "study");
        break;
      }
      RecordState up = null;
      for (String way : WAYS_UP) {
        String id = text(step, way);
        if (!id.isEmpty()) {
          up = states.get(RecordId.of(id));
          if (up == null) {
            return false;
          }
          break;
        }
      }
      if (up == null) {
        return !restricted;
      }
      step = up;
    }
    int needed = state.kind().equals("rescue") ? 3 : restricted ? 2 : 1;
    return level(person, study) >= needed;
  }

  private int level(RecordId person, String study) {
    int level = 0;
    for (RecordState state : states.values()) {
      boolean counts =
          state.kind().equals("grant")
              && state.trash().isEmpty()
              && (text(state, "person").isEmpty()
                  || text(state, "person").equals(person.toString()))
              && (text(state, "study").isEmpty() || text(state, "study").equals(study));
      if (counts) {
        level = Math.max(level, LEVELS.indexOf(text(state, "level")));
      }
    }
    return level;
  }
}
