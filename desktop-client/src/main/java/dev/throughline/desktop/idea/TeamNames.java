package dev.throughline.desktop.idea;

import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.RecordView;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.people.Person;
import java.util.SortedMap;
import java.util.TreeMap;

/** What everybody of the team is called. */
public final class TeamNames {
  private TeamNames() {}

  /**
   * By person, without those who have no name; empty where nobody signs in. Not on the UI thread.
   */
  public static SortedMap<RecordId, String> of(LocalStore store) {
    SortedMap<RecordId, String> names = new TreeMap<>();
    for (RecordView view : store.findAll(store.newestIds(Person.KIND.name())).values()) {
      names.put(view.id(), Person.from(view.id(), view.fields()).called());
    }
    names.values().removeIf(String::isBlank);
    return names;
  }
}
