package dev.throughline.desktop.settings;

import dev.throughline.desktop.people.AccessView;
import dev.throughline.desktop.people.AccessViewModel;
import dev.throughline.desktop.ui.Texts;

/** Who is in the team and may see all studies; not there where nobody signs in. */
final class PeopleSection extends SettingSection {
  PeopleSection(AccessViewModel people) {
    super(Texts.text("settings.people"));
    add(new AccessView(people));
    visibleProperty().bind(people.knownProperty());
    managedProperty().bind(visibleProperty());
  }
}
