package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.interview.InterviewStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Everything that narrows the library beside the typed words, one facet below the other. */
final class LibraryFacets extends VBox {
  private final LibraryViewModel model;
  private final CheckFacet<Gap> gaps;
  private final CheckFacet<InterviewStatus> statuses;
  private final CheckFacet<Sent> sent;
  private final CheckFacet<SoundChoice> sound;
  private final CheckFacet<String> people;

  LibraryFacets(LibraryViewModel model) {
    this.model = model;
    Narrowing narrowing = model.narrowing();
    gaps = new CheckFacet<>(Texts.text("library.gaps"), narrowing.gaps(), FacetWords::gap);
    statuses =
        new CheckFacet<>(Texts.text("library.status"), narrowing.statuses(), FacetWords::status);
    sent = new CheckFacet<>(Texts.text("library.sent"), narrowing.sent(), FacetWords::sent);
    sound = new CheckFacet<>(Texts.text("library.sound"), narrowing.sound(), FacetWords::sound);
    people = new CheckFacet<>(Texts.text("library.people"), narrowing.people(), name -> name);
    getStyleClass().add("content");
    getChildren()
        .addAll(
            new SavedFacet(model.saved(), narrowing),
            new StudyFacet(model.studies()),
            gaps,
            statuses,
            new DateFacet(narrowing.datesProperty()),
            sound,
            sent,
            people);
    model.countsProperty().subscribe(this::show);
  }

  /** Two ways out of the list of interviews, above everything that narrows it. */
  void leadTo(Runnable studies, Runnable participants) {
    FlowPane ways =
        new FlowPane(
            Buttons.link(Texts.text("library.ways.studies"), studies),
            Buttons.link(Texts.text("library.ways.participants"), participants));
    ways.getStyleClass().add("library-ways");
    getChildren().addFirst(ways);
  }

  private void show(FacetCounts counts) {
    Narrowing narrowing = model.narrowing();
    gaps.show(lines(Gap.values(), counts.gaps(), narrowing.gaps()));
    statuses.show(lines(InterviewStatus.values(), counts.statuses(), narrowing.statuses()));
    sent.show(
        model.hasServer().getValue() || !narrowing.sent().isEmpty()
            ? lines(Sent.values(), counts.sent(), narrowing.sent())
            : List.of());
    boolean hasSound = counts.sound().keySet().stream().anyMatch(it -> it != SoundChoice.NONE);
    sound.show(
        hasSound || !narrowing.sound().isEmpty()
            ? lines(SoundChoice.values(), counts.sound(), narrowing.sound())
            : List.of());
    people.show(counts.people());
  }

  /** Only choices that lead somewhere, or are chosen. */
  private static <T> List<FacetCounts.Count<T>> lines(
      T[] choices, Map<T, Long> counts, Set<T> chosen) {
    List<FacetCounts.Count<T>> lines = new ArrayList<>();
    for (T choice : choices) {
      long count = counts.getOrDefault(choice, 0L);
      if (count > 0 || chosen.contains(choice)) {
        lines.add(new FacetCounts.Count<>(choice, count));
      }
    }
    return lines;
  }
}
