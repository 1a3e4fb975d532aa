package dev.throughline.desktop.app;

import dev.throughline.desktop.command.Availability;
import dev.throughline.desktop.command.Command;
import dev.throughline.desktop.command.Scope;
import dev.throughline.desktop.handoff.HandoffsViewModel;
import dev.throughline.desktop.idea.IdeaList;
import dev.throughline.desktop.interview.InterviewRow;
import dev.throughline.desktop.palette.PaletteSource;
import dev.throughline.desktop.palette.Section;
import dev.throughline.desktop.palette.Thing;
import dev.throughline.desktop.settings.SettingsSection;
import dev.throughline.desktop.shell.ShellViewModel;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.KeyChord;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the palette finds: commands, settings, interviews, studies, ideas, handoffs and people. */
final class PaletteThings implements PaletteSource {
  private static final Comparator<InterviewRow> LATEST =
      Comparator.comparingLong(InterviewRow::changedAtMillis).reversed();

  private final Models models;
  private final ShellViewModel shell;
  private final WindowCommands window;
  private final LibraryPages library;
  private final HandoffPages handoffs;

  PaletteThings(
      Models models,
      ShellViewModel shell,
      WindowCommands window,
      LibraryPages library,
      ProductPages product) {
    this.models = models;
    this.shell = shell;
    this.window = window;
    this.library = library;
    this.handoffs = product.handoffs();
  }

  @Override
  public List<Thing> things() {
    List<Thing> all = new ArrayList<>();
    commands(all);
    interviews(all);
    for (SettingsSection section : SettingsSection.values()) {
      all.add(
          Thing.to(
              Section.SETTING,
              Icon.SETTINGS,
              section.title(),
              Texts.text("app.place.settings"),
              () -> shell.open(PlaceIds.SETTINGS, section.name())));
    }
    return all;
  }

  @Override
  public void said(String typed, Consumer<List<Thing>> answer) {
    models.found().said(typed, library::show, answer);
  }

  private void commands(List<Thing> all) {
    for (Command command : window.commands().all()) {
      if (!window.commands().isHere(command) || command.id().equals("go.palette")) {
        continue;
      }
      Section section = command.scope() == Scope.EVERYWHERE ? Section.COMMAND : Section.HERE;
      Optional<String> off =
          command.availability() instanceof Availability.Off(String reason)
              ? Optional.of(reason)
              : Optional.empty();
      all.add(
          Thing.to(
                  section,
                  command.icon(),
                  command.name(),
                  command.group().title(),
                  () -> window.commands().use(command))
              .withKey(window.keymap().key(command).map(KeyChord::shown))
              .off(off));
    }
  }

  private void interviews(List<Thing> all) {
    Map<String, InterviewRow> people = new LinkedHashMap<>();
    models.interviews().rows().stream()
        .sorted(LATEST)
        .forEach(
            row -> {
              all.add(interview(row));
              if (!row.participant().isBlank()) {
                people.putIfAbsent(row.participant(), row);
              }
            });
    models.library().studies().all().forEach(study -> all.add(study(study)));
    models.ideas().list().titles().forEach(idea -> all.add(idea(idea)));
    handoffs.titles().forEach(handoff -> all.add(handoff(handoff)));
    people.forEach((name, row) -> all.add(person(name, row)));
  }

  private Thing interview(InterviewRow row) {
    String title =
        row.interview().title().isBlank()
            ? Texts.text("interviews.untitled")
            : row.interview().title();
    String day = row.interview().date().map(models.library()::dayWords).orElse("");
    return Thing.to(
        Section.GO,
        Icon.SESSION,
        title,
        joined(row.participant(), day, row.study()),
        () -> shell.open(PlaceIds.LIBRARY, PlaceIds.session(row.interview().id())));
  }

  private Thing study(dev.throughline.model.study.Study study) {
    return Thing.to(
        Section.GO,
        Icon.STUDY,
        study.title(),
        Texts.text("palette.study"),
        () -> shell.open(PlaceIds.LIBRARY, PlaceIds.study(study.id())));
  }

  private Thing idea(IdeaList.Title idea) {
    return Thing.to(
        Section.GO,
        Icon.IDEA,
        idea.words(),
        joined(Texts.text("palette.idea"), idea.study()),
        () -> shell.open(PlaceIds.IDEAS, PlaceIds.idea(idea.id())));
  }

  private Thing handoff(HandoffsViewModel.Title handoff) {
    return Thing.to(
        Section.GO,
        Icon.HANDOFF,
        handoff.words(),
        joined(Texts.text("palette.handoff"), handoff.idea()),
        () -> shell.open(PlaceIds.HANDOFFS, PlaceIds.handoff(handoff.id())));
  }

  private Thing person(String name, InterviewRow latest) {
    return Thing.to(
        Section.PEOPLE,
        Icon.PARTICIPANT,
        name,
        latest.study(),
        () -> {
          models.library().showTyped(name);
          shell.open(PlaceIds.LIBRARY);
        });
  }

  private static String joined(String... parts) {
    return String.join(", ", List.of(parts).stream().filter(part -> !part.isBlank()).toList());
  }
}
