package dev.throughline.desktop.inbox;

import dev.throughline.model.id.RecordId;
import java.util.List;

/**
 * Work that was rescued when somebody's access to a study ended.
 *
 * @param study what the study is called
 * @param changes each change of it, in words
 * @param count operations it holds, which may be more than are told one by one
 * @param why why it could not be taken in before; empty when nobody tried
 * @param state as {@link dev.throughline.model.people.Rescue} has it
 */
record RescueCase(
    RecordId rescue,
    String study,
    String author,
    long atMillis,
    List<ParkedCase.Line> changes,
    int count,
    String state,
    String why) {
  RescueCase {
    changes = List.copyOf(changes);
  }
}
